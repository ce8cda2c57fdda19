namespace Sas.Interop.Hub.Persistence;

/// <summary>What an owner's declaration becomes.</summary>
/// <param name="Content">The new one; null takes it back.</param>
internal sealed record PreferenceChange(string? Content);

/// <summary>What became of a change.</summary>
/// <param name="Verdict">Whether it was made.</param>
/// <param name="Now">What is kept afterwards; null when nothing ever was.</param>
/// <param name="IsNew">Whether there was no declaration before.</param>
internal sealed record PreferenceChanged(ChangeVerdict Verdict, StoredPreference? Now, bool IsNew);

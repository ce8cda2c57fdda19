using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>The preferences in force. Never waits.</summary>
internal interface IPreferenceReader
{
    /// <summary>When the last change was made; <see cref="DateTimeOffset.MinValue"/> before the first, and where it is not told.</summary>
    DateTimeOffset ChangedAt { get; }

    /// <summary>Whether no owner has a preference, which spares a search its look-ups.</summary>
    bool IsEmpty { get; }

    /// <summary>What an owner prefers, or null.</summary>
    OwnerPreference? Find(OwnerKey owner);
}

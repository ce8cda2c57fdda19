namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>What a search answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Slots">Entries that are slots.</param>
/// <param name="Entries">The entries as they came, byte for byte.</param>
internal sealed record SearchAnswer(int Status, int Slots, string Entries);

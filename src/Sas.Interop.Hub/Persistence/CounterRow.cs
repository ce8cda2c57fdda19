namespace Sas.Interop.Hub.Persistence;

/// <summary>
/// A number that grows by one with each change. A transaction raises it before anything else: its row is the lock that puts all changes in one order,
/// on databases that let several writers in as well.
/// </summary>
internal sealed class CounterRow
{
    public const int NameLength = 32;

    /// <summary>Counts the changes of preferences.</summary>
    public const string Preferences = "preferences";

    public required string Name { get; set; }

    public long Value { get; set; }
}

namespace Sas.Interop.Hub.Telemetry;

/// <summary>The database in <c>/health/ready</c>.</summary>
/// <param name="State"><c>ok</c>, or <c>failing</c>: changes are refused and searches go on.</param>
/// <param name="Since">Since when it fails.</param>
internal sealed record ReadyStorage(string State, DateTimeOffset? Since)
{
    public static ReadyStorage From(StorageStatus storage) => storage.FailingSince is { } since ? new ReadyStorage("failing", since) : new ReadyStorage("ok", null);
}

namespace Sas.Interop.Durability.Killing;

/// <summary>The file in the data folder: it is killed with the hub.</summary>
internal sealed class SqliteKillDatabase : IKillDatabase
{
    public string Name => "sqlite";

    public IReadOnlyList<string> Arguments => [];

    public Task CrashAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

namespace Sas.Interop.Durability.Killing;

/// <summary>The database of a kill run: it lives through all rounds.</summary>
internal interface IKillDatabase : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Settings that make the hub use it.</summary>
    IReadOnlyList<string> Arguments { get; }

    /// <summary>Ends the database server without any order and starts it again; nothing where there is no server.</summary>
    Task CrashAsync();
}

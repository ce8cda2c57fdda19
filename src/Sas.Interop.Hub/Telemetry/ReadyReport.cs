namespace Sas.Interop.Hub.Telemetry;

/// <summary>Body of <c>/health/ready</c>. It holds ids, codes, counts and times only.</summary>
/// <param name="Status"><c>starting</c>, <c>ready</c>, or <c>degraded</c> when ready while some vendor fails or is held back, or the database fails.</param>
/// <param name="CatalogLoaded">Whether <c>adapters.json</c> was read.</param>
/// <param name="Culprits">Ids of the vendors that are not well.</param>
/// <param name="Storage">The database.</param>
/// <param name="Callers">How callers are told apart.</param>
/// <param name="Vendors">Every enabled vendor, by id.</param>
internal sealed record ReadyReport(
    string Status,
    bool CatalogLoaded,
    IReadOnlyList<string> Culprits,
    ReadyStorage? Storage,
    ReadyCallers? Callers,
    IReadOnlyList<ReadyVendor> Vendors)
{
    public static ReadyReport From(ReadySources sources) => From(sources.Board, sources.Storage) with { Callers = ReadyCallers.From(sources) };

    /// <summary>Without a storage, the report is of the vendors alone.</summary>
    public static ReadyReport From(VendorStatusBoard board, StorageStatus? storage = null)
    {
        var loaded = board.CatalogLoaded;
        var statuses = board.Read();
        var culprits = statuses.Where(static status => status.State is not (VendorState.Ok or VendorState.Idle)).Select(static status => status.VendorId).ToList();
        var ready = loaded && statuses.All(static status => status.Settled);
        var status = !ready ? "starting" : culprits.Count == 0 && storage?.FailingSince is null ? "ready" : "degraded";
        return new ReadyReport(status, loaded, culprits, storage is null ? null : ReadyStorage.From(storage), null, [.. statuses.Select(ReadyVendor.From)]);
    }

    /// <summary>200 when traffic may come, 503 before.</summary>
    public int StatusCode() => Status == "starting" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
}

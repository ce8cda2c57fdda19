using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>Reads a pushed Bundle of the contract's resources: all of it or nothing, and every fault named with its path and line.</summary>
internal static class FhirPushReader
{
    /// <param name="body">The body; read to its end or to the fault that ends the reading.</param>
    /// <param name="vendorId">The vendor, whose id begins the keys of its places.</param>
    /// <param name="receivedAt">When the push arrived; a schedule without horizon speaks for the 366 days after it.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="cancellationToken">Ends the reading with an exception.</param>
    /// <exception cref="IOException">The body failed.</exception>
    public static async ValueTask<FhirPush> ReadAsync(
        Stream body, string vendorId, DateTimeOffset receivedAt, FhirReadOptions options, CancellationToken cancellationToken)
    {
        var scan = new PushScan();
        var issues = new PushIssues();
        var intake = new PushIntake(issues);
        await using var scanned = new ScannedStream(body, scan);
        await foreach (var item in FhirBundleReader.ReadAsync(scanned, options, cancellationToken))
        {
            intake.Take(item);
        }

        intake.End();
        scan.Finish(issues);
        var snapshots = new PushAssembler(vendorId, receivedAt, issues).Assemble(intake.Content, intake.DataTime);
        return new FhirPush(issues.HasErrors ? [] : snapshots, issues.ToList(scan), intake.Entries, intake.IsTransaction, issues.HasErrors);
    }
}

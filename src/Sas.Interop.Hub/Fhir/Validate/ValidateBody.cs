using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;

using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>A body that was read whole, within its bound, and looked through for patients by the same rule as a push.</summary>
/// <param name="Utf8">The bytes.</param>
/// <param name="PatientPaths">Where it names a patient; empty when it does not.</param>
/// <param name="IsScanned">Whether it was looked through to its end: false for what is no JSON, or holds a value longer than can be looked at.</param>
internal sealed record ValidateBody(ReadOnlyMemory<byte> Utf8, IReadOnlyList<string> PatientPaths, bool IsScanned)
{
    private const string ScannedRoot = "Bundle.";

    public static HubError TooLarge(int most) =>
        new(HubErrorCode.RequestTooLarge, string.Create(CultureInfo.InvariantCulture, $"The body is longer than {most} bytes."));

    /// <param name="body">The body.</param>
    /// <param name="most">Bound in bytes.</param>
    /// <param name="giveUp">Ends the reading with a failure, and leaves the body in order for the server.</param>
    /// <param name="cancellationToken">Ends the reading with an exception.</param>
    public static async Task<Outcome<ValidateBody>> ReadAsync(PipeReader body, int most, CancellationToken giveUp, CancellationToken cancellationToken)
    {
        var scan = new PushScan();
        using var content = new MemoryStream();

        // To cancel the read itself would leave the server's own reader in the middle of it.
        await using var ending = giveUp.UnsafeRegister(static reader => (reader as PipeReader)?.CancelPendingRead(), body);
        ReadResult result;
        do
        {
            result = await body.ReadAsync(cancellationToken);
            var fits = content.Length + result.Buffer.Length <= most;
            if (fits && !result.IsCanceled)
            {
                Take(result.Buffer, content, scan);
            }

            body.AdvanceTo(result.Buffer.End);
            if (result.IsCanceled)
            {
                return new HubError(HubErrorCode.RequestTimeout, "The body did not arrive in time.");
            }

            if (!fits)
            {
                return TooLarge(most);
            }
        }
        while (!result.IsCompleted);
        return Look(content, scan);
    }

    private static void Take(ReadOnlySequence<byte> bytes, MemoryStream content, PushScan scan)
    {
        foreach (var piece in bytes)
        {
            content.Write(piece.Span);
            scan.Advance(piece.Span);
        }
    }

    private static ValidateBody Look(MemoryStream content, PushScan scan)
    {
        var issues = new PushIssues();
        scan.Finish(issues);
        var found = issues.ToList(scan);
        var isScanned = !found.Any(static issue => issue.IsError && issue.Rule != PushRules.PatientData);
        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        var patients = found.Where(static issue => issue.Rule == PushRules.PatientData).Select(static issue => issue.Path).ToList();
        return new ValidateBody(bytes, patients.Count == 0 ? [] : Rooted(patients, bytes.Span), isScanned);
    }

    /// <summary>The scan takes every body for a Bundle; paths are told from the type that the body has, and without one where its type is none of ours.</summary>
    private static List<string> Rooted(List<string> paths, ReadOnlySpan<byte> body)
    {
        var root = ResourceTypeName.Find(body) is { } type && (type == ValidateQuestion.Parameters || ValidatedTypes.Contains(type)) ? type + "." : string.Empty;
        return [.. paths.Select(path => path.StartsWith(ScannedRoot, StringComparison.Ordinal) ? root + path[ScannedRoot.Length..] : path)];
    }
}

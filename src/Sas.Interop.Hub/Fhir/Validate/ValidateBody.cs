using System.Globalization;

using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>A body that was read whole, within its bound, and looked through for patients by the same rule as a push.</summary>
/// <param name="Utf8">The bytes.</param>
/// <param name="PatientPaths">Where it names a patient; empty when it does not.</param>
/// <param name="IsScanned">Whether it was looked through to its end: false for what is no JSON, or holds a value longer than can be looked at.</param>
internal sealed record ValidateBody(ReadOnlyMemory<byte> Utf8, IReadOnlyList<string> PatientPaths, bool IsScanned)
{
    private const int Piece = 16 * 1024;
    private const string ScannedRoot = "Bundle.";

    public static HubError TooLarge(int most) =>
        new(HubErrorCode.RequestTooLarge, string.Create(CultureInfo.InvariantCulture, $"The body is longer than {most} bytes."));

    public static async Task<Outcome<ValidateBody>> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        var scan = new PushScan();
        using var content = new MemoryStream();
        var piece = new byte[Piece];
        for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (content.Length + read > most)
            {
                return TooLarge(most);
            }

            content.Write(piece, 0, read);
            scan.Advance(piece.AsSpan(0, read));
        }

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

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>What came of a certificate and the chain above it.</summary>
/// <param name="Fault">Why it is not accepted; null when it is.</param>
/// <param name="Sentence">The same for whoever showed it; null when it is accepted.</param>
/// <param name="Until">Until when the verdict holds without another look.</param>
internal sealed record ChainVerdict(CertificateFault? Fault, string? Sentence, DateTimeOffset Until)
{
    /// <summary>Which certificate of the chain the fault is of: 0 for the one that was shown, 1 for the authority above it, and so on.</summary>
    public int Place { get; init; }

    /// <summary>What is to be told and refused nothing: revocation lists that are missing or out of date.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}

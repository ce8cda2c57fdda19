using System.Globalization;
using Sas.Interop.Contracts.Fhir.Validation.Checks;
using Sas.Interop.Contracts.Fhir.Validation.Paths;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>
/// Validates FHIR JSON against base R4 (the subset of this assembly) and against profiles, driven by their definitions alone. Instances are immutable and serve any
/// number of threads at once. A hostile text costs time in proportion to its length, and ends in a fatal issue when it is beyond the bounds.
/// </summary>
/// <param name="definitions">The profiles and value sets.</param>
public sealed class FhirValidator(DefinitionSet definitions)
{
    private readonly PathExpressions _expressions = new();

    /// <summary>Validates one resource.</summary>
    /// <param name="utf8">The resource as FHIR JSON.</param>
    /// <param name="request">What to validate against, and the bounds.</param>
    /// <returns>The verdict; what is wrong with the resource is never an exception.</returns>
    public ValidationReport Validate(ReadOnlyMemory<byte> utf8, ValidationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var findings = new Findings(request.MaxIssues);
        if (utf8.Length > request.MaxBytes)
        {
            findings.Add(new Finding(IssueKind.TooLarge, null, "size", request.MaxBytes.ToString(CultureInfo.InvariantCulture)));
            return findings.ToReport();
        }

        if (new NodeReader(findings, request.MaxDepth, request.MaxNodes).Read(utf8.Span) is { } root)
        {
            new ResourceCheck(definitions.Index, _expressions, request, findings).Run(root);
        }

        return findings.ToReport();
    }
}

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir;

namespace Sas.Interop.Hub.Tests.Fhir;

internal sealed class FhirErrorsTests
{
    // IssueType of R4 (http://hl7.org/fhir/issue-type).
    private static readonly string[] IssueTypes =
    [
        "invalid", "structure", "required", "value", "invariant", "security", "login", "unknown", "expired", "forbidden", "suppressed", "processing",
        "not-supported", "duplicate", "multiple-matches", "not-found", "deleted", "too-long", "code-invalid", "extension", "too-costly", "business-rule",
        "conflict", "transient", "lock-error", "no-store", "exception", "timeout", "incomplete", "throttled", "informational",
    ];

    [Test]
    public void ToFhir_EveryErrorCode_HasAStatusAndACodeOfR4([Values] HubErrorCode code)
    {
        var (status, issueCode) = FhirErrors.ToFhir(code);

        Assert.That(status, Is.InRange(400, 599));
        Assert.That(IssueTypes, Does.Contain(issueCode));
    }

    [Test]
    public void ToFhir_CodeOutsideTheList_IsAProgrammingFault() =>
        Assert.That(() => FhirErrors.ToFhir((HubErrorCode)int.MaxValue), Throws.InstanceOf<ArgumentOutOfRangeException>());
}

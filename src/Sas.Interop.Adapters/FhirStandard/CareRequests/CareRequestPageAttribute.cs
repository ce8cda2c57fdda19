using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Adapters.FhirStandard.CareRequests;

/// <summary>An option that must be a template of <see cref="CareRequestPage"/>, or be left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CareRequestPageAttribute() : ValidationAttribute(
    "The {0} option must be an absolute http or https address with {{practitioner}} in it, and at most {{place}} and {{request}} beside it, none of them in the host.")
{
    public override bool IsValid(object? value) => value is null || (value is string template && CareRequestPage.IsUsable(template));
}

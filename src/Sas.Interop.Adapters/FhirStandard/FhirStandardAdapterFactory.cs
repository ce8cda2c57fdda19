using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Makes adapters for vendors that follow the national contract as it stands.</summary>
internal sealed class FhirStandardAdapterFactory : IVendorAdapterFactory
{
    public const string DialectName = "sas-fhir";

    private static readonly FhirStandardOptionsValidator Validator = new();

    public string Dialect => DialectName;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, FhirStandardJsonContext.Default.FhirStandardOptions, Validator);

    public IVendorAdapter Create(VendorContext context) =>
        new FhirStandardAdapter(context, DialectOptions.Read(context.Options, FhirStandardJsonContext.Default.FhirStandardOptions));
}

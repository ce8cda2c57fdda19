using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>Makes adapters for the booking interface described in <c>docs/dialects/doctolib.md</c>.</summary>
internal sealed class DoctolibAdapterFactory : IVendorAdapterFactory
{
    public const string DialectName = "doctolib";

    private static readonly DoctolibOptionsValidator Validator = new();

    public string Dialect => DialectName;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, DoctolibJsonContext.Default.DoctolibOptions, Validator);

    public IVendorAdapter Create(VendorContext context) =>
        new DoctolibSlotSource(context, DialectOptions.Read(context.Options, DoctolibJsonContext.Default.DoctolibOptions));
}

using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>Makes adapters for the booking interface described in <c>docs/dialects/keldoc.md</c>.</summary>
internal sealed class KeldocAdapterFactory : IVendorAdapterFactory
{
    public const string DialectName = "keldoc";

    private static readonly KeldocOptionsValidator Validator = new();

    public string Dialect => DialectName;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, KeldocJsonContext.Default.KeldocOptions, Validator);

    public IVendorAdapter Create(VendorContext context) =>
        new KeldocSlotSource(context, DialectOptions.Read(context.Options, KeldocJsonContext.Default.KeldocOptions));
}

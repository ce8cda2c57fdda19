using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>Makes adapters for the booking interface described in <c>docs/dialects/maiia.md</c>.</summary>
internal sealed class MaiiaAdapterFactory : IVendorAdapterFactory
{
    public const string DialectName = "maiia";

    private static readonly MaiiaOptionsValidator Validator = new();

    public string Dialect => DialectName;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, MaiiaJsonContext.Default.MaiiaOptions, Validator);

    public IVendorAdapter Create(VendorContext context) =>
        new MaiiaSlotSource(context, DialectOptions.Read(context.Options, MaiiaJsonContext.Default.MaiiaOptions));
}

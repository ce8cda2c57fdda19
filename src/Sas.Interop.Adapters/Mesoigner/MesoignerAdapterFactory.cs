using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Mesoigner;

internal sealed class MesoignerAdapterFactory : IVendorAdapterFactory
{
    public const string Name = "mesoigner";

    public string Dialect => Name;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, MesoignerJsonContext.Default.MesoignerOptions, new MesoignerOptionsValidator());

    public IVendorAdapter Create(VendorContext context) =>
        new MesoignerSlotSource(context, DialectOptions.Read(context.Options, MesoignerJsonContext.Default.MesoignerOptions));
}

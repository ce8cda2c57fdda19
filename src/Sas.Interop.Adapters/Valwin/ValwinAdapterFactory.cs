using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Valwin;

internal sealed class ValwinAdapterFactory : IVendorAdapterFactory
{
    public const string Name = "valwin";

    public string Dialect => Name;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, ValwinJsonContext.Default.ValwinOptions, new ValwinOptionsValidator());

    public IVendorAdapter Create(VendorContext context) =>
        new ValwinSlotSource(context, DialectOptions.Read(context.Options, ValwinJsonContext.Default.ValwinOptions));
}

using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Bimedoc;

internal sealed class BimedocAdapterFactory : IVendorAdapterFactory
{
    public const string Name = "bimedoc";

    public string Dialect => Name;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, BimedocJsonContext.Default.BimedocOptions, new BimedocOptionsValidator());

    public IVendorAdapter Create(VendorContext context) =>
        new BimedocSlotSource(context, DialectOptions.Read(context.Options, BimedocJsonContext.Default.BimedocOptions));
}

using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Tests.Example;

internal sealed class AcmeAdapterFactory : IVendorAdapterFactory
{
    public const string Name = "acme";

    public string Dialect => Name;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, AcmeJsonContext.Default.AcmeOptions, new AcmeOptionsValidator());

    public IVendorAdapter Create(VendorContext context) =>
        new AcmeSlotSource(context, DialectOptions.Read(context.Options, AcmeJsonContext.Default.AcmeOptions));
}

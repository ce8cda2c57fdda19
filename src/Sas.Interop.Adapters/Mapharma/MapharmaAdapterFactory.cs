using System.Text.Json;

using Microsoft.Extensions.Options;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>Makes adapters of the <c>mapharma</c> dialect.</summary>
internal sealed class MapharmaAdapterFactory(IValidateOptions<MapharmaOptions> validator) : IVendorAdapterFactory
{
    public const string Name = "mapharma";

    public string Dialect => Name;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, MapharmaJsonContext.Default.MapharmaOptions, validator);

    public IVendorAdapter Create(VendorContext context)
    {
        var options = DialectOptions.Read(context.Options, MapharmaJsonContext.Default.MapharmaOptions);
        var client = new MapharmaClient(context, options);
        return new MapharmaSlotSource(client, new MapharmaCatalogueKeeper(client, options, context.Time), options);
    }
}

using System.Text.Json;

using Microsoft.Extensions.Options;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>Makes adapters of the <c>avecmondoc</c> dialect.</summary>
internal sealed class AvecMonDocAdapterFactory(IValidateOptions<AvecMonDocOptions> validator) : IVendorAdapterFactory
{
    public const string Name = "avecmondoc";

    public string Dialect => Name;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, AvecMonDocJsonContext.Default.AvecMonDocOptions, validator);

    public IVendorAdapter Create(VendorContext context)
    {
        var options = DialectOptions.Read(context.Options, AvecMonDocJsonContext.Default.AvecMonDocOptions);
        return new AvecMonDocSlotSource(new AvecMonDocClient(context, options.CatalogueTtl), options);
    }
}

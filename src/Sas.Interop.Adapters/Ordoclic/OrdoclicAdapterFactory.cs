using System.Text.Json;

using Microsoft.Extensions.Options;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>Makes adapters of the <c>ordoclic</c> dialect.</summary>
internal sealed class OrdoclicAdapterFactory(IValidateOptions<OrdoclicOptions> validator) : IVendorAdapterFactory
{
    public const string Name = "ordoclic";

    public string Dialect => Name;

    public IReadOnlyList<OptionFault> Validate(JsonElement options) =>
        DialectOptions.Validate(options, OrdoclicJsonContext.Default.OrdoclicOptions, validator);

    public IVendorAdapter Create(VendorContext context) =>
        new OrdoclicSlotSource(new OrdoclicClient(context), DialectOptions.Read(context.Options, OrdoclicJsonContext.Default.OrdoclicOptions));
}

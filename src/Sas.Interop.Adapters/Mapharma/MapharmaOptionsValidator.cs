using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Mapharma;

[OptionsValidator]
internal sealed partial class MapharmaOptionsValidator : IValidateOptions<MapharmaOptions>;

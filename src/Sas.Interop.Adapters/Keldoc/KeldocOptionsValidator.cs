using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Keldoc;

[OptionsValidator]
internal sealed partial class KeldocOptionsValidator : IValidateOptions<KeldocOptions>;

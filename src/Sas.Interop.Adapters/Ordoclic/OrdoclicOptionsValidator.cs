using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Ordoclic;

[OptionsValidator]
internal sealed partial class OrdoclicOptionsValidator : IValidateOptions<OrdoclicOptions>;

using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Mesoigner;

[OptionsValidator]
internal sealed partial class MesoignerOptionsValidator : IValidateOptions<MesoignerOptions>;

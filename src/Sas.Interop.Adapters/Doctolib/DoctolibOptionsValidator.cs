using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Doctolib;

[OptionsValidator]
internal sealed partial class DoctolibOptionsValidator : IValidateOptions<DoctolibOptions>;

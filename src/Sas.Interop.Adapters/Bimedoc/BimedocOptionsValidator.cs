using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Bimedoc;

[OptionsValidator]
internal sealed partial class BimedocOptionsValidator : IValidateOptions<BimedocOptions>;

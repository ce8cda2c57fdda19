using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Valwin;

[OptionsValidator]
internal sealed partial class ValwinOptionsValidator : IValidateOptions<ValwinOptions>;

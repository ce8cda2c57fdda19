using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Security.Limits;

[OptionsValidator]
internal sealed partial class LimitsOptionsValidator : IValidateOptions<LimitsOptions>;

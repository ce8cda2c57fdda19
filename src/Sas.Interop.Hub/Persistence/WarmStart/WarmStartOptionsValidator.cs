using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Persistence.WarmStart;

[OptionsValidator]
internal sealed partial class WarmStartOptionsValidator : IValidateOptions<WarmStartOptions>;

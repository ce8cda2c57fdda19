using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Intake;

[OptionsValidator]
internal sealed partial class IntakeOptionsValidator : IValidateOptions<IntakeOptions>;

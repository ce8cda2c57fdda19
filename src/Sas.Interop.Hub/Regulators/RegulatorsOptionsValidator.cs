using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Regulators;

[OptionsValidator]
internal sealed partial class RegulatorsOptionsValidator : IValidateOptions<RegulatorsOptions>;

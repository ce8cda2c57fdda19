using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Audit;

[OptionsValidator]
internal sealed partial class AuditOptionsValidator : IValidateOptions<AuditOptions>;

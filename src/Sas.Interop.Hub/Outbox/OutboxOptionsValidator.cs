using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Outbox;

[OptionsValidator]
internal sealed partial class OutboxOptionsValidator : IValidateOptions<OutboxOptions>;

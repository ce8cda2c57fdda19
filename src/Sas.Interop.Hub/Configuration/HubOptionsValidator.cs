using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Configuration;

[OptionsValidator]
internal sealed partial class HubOptionsValidator : IValidateOptions<HubOptions>;

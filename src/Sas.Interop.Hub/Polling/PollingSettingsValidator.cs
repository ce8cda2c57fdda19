using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Polling;

[OptionsValidator]
internal sealed partial class PollingSettingsValidator : IValidateOptions<PollingSettings>;

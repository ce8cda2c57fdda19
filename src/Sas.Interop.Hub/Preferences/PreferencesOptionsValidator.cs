using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Preferences;

[OptionsValidator]
internal sealed partial class PreferencesOptionsValidator : IValidateOptions<PreferencesOptions>;

using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Redirects;

[OptionsValidator]
internal sealed partial class RedirectsOptionsValidator : IValidateOptions<RedirectsOptions>;

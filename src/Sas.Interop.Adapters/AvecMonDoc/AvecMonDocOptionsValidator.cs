using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.AvecMonDoc;

[OptionsValidator]
internal sealed partial class AvecMonDocOptionsValidator : IValidateOptions<AvecMonDocOptions>;

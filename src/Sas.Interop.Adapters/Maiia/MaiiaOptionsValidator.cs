using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Maiia;

[OptionsValidator]
internal sealed partial class MaiiaOptionsValidator : IValidateOptions<MaiiaOptions>;

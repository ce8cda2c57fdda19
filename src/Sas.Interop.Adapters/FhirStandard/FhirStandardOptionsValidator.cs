using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.FhirStandard;

[OptionsValidator]
internal sealed partial class FhirStandardOptionsValidator : IValidateOptions<FhirStandardOptions>;

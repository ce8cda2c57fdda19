using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Fhir.Validate;

[OptionsValidator]
internal sealed partial class ValidationOptionsValidator : IValidateOptions<ValidationOptions>;

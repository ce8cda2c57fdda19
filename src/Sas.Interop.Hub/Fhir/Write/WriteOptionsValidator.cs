using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Fhir.Write;

[OptionsValidator]
internal sealed partial class WriteOptionsValidator : IValidateOptions<WriteOptions>;

using Microsoft.Extensions.Options;

namespace Sas.Interop.Adapters.Tests.Example;

[OptionsValidator]
internal sealed partial class AcmeOptionsValidator : IValidateOptions<AcmeOptions>;

using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Orientations;

[OptionsValidator]
internal sealed partial class OrientationsOptionsValidator : IValidateOptions<OrientationsOptions>;

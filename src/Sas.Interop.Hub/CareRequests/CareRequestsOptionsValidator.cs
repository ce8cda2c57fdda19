using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.CareRequests;

[OptionsValidator]
internal sealed partial class CareRequestsOptionsValidator : IValidateOptions<CareRequestsOptions>;

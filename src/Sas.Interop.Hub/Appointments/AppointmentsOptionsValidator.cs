using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Appointments;

[OptionsValidator]
internal sealed partial class AppointmentsOptionsValidator : IValidateOptions<AppointmentsOptions>;

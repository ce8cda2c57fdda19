using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Booking;

[OptionsValidator]
internal sealed partial class BookingOptionsValidator : IValidateOptions<BookingOptions>;

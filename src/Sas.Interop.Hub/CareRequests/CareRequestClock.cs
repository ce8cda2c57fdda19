using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>The clock and the bounds of waiting.</summary>
internal sealed class CareRequestClock(TimeProvider time, IOptions<CareRequestsOptions> options)
{
    public TimeProvider Time => time;

    public TimeSpan AskWithin => options.Value.AskWithin;

    public TimeSpan VendorWithin => options.Value.VendorWithin;
}

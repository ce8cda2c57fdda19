using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>When a delivery that failed is tried again: from a minute on, twice as long each time up to six hours, a little later by chance, for as long as the setting says.</summary>
internal sealed class DeliverySchedule(IOptions<RegulatorsOptions> options, DeliveryJitter jitter)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    private const double MostJitter = 0.25;
    private const int EnoughDoublings = 10;

    public DeliveryFailure After(DeliveryJob job, HubError error, DateTimeOffset now)
    {
        var code = error.Code.ToString();
        var detail = error.Detail.Length <= TextLengths.Cause ? error.Detail : error.Detail[..TextLengths.Cause];

        // Where no call was made, nothing was tried.
        var isCall = error.Code is not (HubErrorCode.VendorCircuitOpen or HubErrorCode.VendorLocalLimit or HubErrorCode.Conflict);
        var attempts = isCall ? job.Attempts + 1 : job.Attempts;
        if (AccountConversation.IsRefusal(error))
        {
            return new DeliveryFailure(DeliveryState.Refused, code, detail, null, attempts) { LeftNothing = true };
        }

        if (now - job.Since >= options.Value.GiveUpAfter)
        {
            return new DeliveryFailure(DeliveryState.GaveUp, code, detail, null, attempts);
        }

        var due = now + Pause(attempts, error.RetryAfter);
        return new DeliveryFailure(DeliveryState.Pending, code, detail, due, attempts) { LeftNothing = !isCall };
    }

    private TimeSpan Pause(int attempts, TimeSpan? asked)
    {
        var pause = Shortest * Math.Pow(2, Math.Clamp(attempts - 1, 0, EnoughDoublings));
        pause = asked > pause ? asked.Value : pause;
        return (pause < Longest ? pause : Longest) * (1 + (MostJitter * jitter.Next()));
    }
}

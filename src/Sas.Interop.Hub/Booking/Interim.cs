using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Regulators;

namespace Sas.Interop.Hub.Booking;

internal static class Interim
{
    public static void AddInterim(this IServiceCollection services)
    {
        services.TryAddSingleton<ITakenSlots, Taken>();
        services.TryAddSingleton<IRegulatorReadiness, Ready>();
    }

    private sealed class Taken : ITakenSlots
    {
        public void Take(TakenSlot slot)
        {
        }

        public void Release(TakenSlot slot)
        {
        }
    }

    private sealed class Ready : IRegulatorReadiness
    {
        public Task<Outcome<RegulatorKey>> EnsureAsync(RegulatorKey regulator, string vendorId, TimeSpan within, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<RegulatorKey>>(regulator);
    }
}

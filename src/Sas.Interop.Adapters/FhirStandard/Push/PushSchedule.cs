using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>A schedule of a push that leads to an owner and a place, and the time it speaks for.</summary>
internal sealed record PushSchedule(PlacePage Page, OwnerDetails Details, TimeWindow Window);

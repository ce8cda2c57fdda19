using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>One target of a pull.</summary>
/// <param name="Target">The target.</param>
/// <param name="Place">Its place.</param>
/// <param name="Window">The starts asked for.</param>
internal sealed record AvecMonDocVisit(PullTarget Target, PlaceDetails Place, TimeWindow Window);

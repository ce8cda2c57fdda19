using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>The slots of one place that a search looks at.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Place">Where.</param>
/// <param name="First">Number of the first slot in the window.</param>
/// <param name="End">Number after the last slot in the window.</param>
/// <param name="Mask">Where in the survey's masks the shown kinds of the place stand.</param>
internal record struct PlaceRun(OwnerEntry Owner, PlaceEntry Place, int First, int End, int Mask)
{
    /// <summary>The owner's absences; null when none is declared for this place.</summary>
    public List<Unavailability>? Absences { get; set; }

    /// <summary>How many shown slots belong to earlier pages.</summary>
    public int Skip { get; set; }

    /// <summary>How many slots the page shows.</summary>
    public int Count { get; set; }

    /// <summary>Where a walk over the run begins.</summary>
    public readonly RunPosition Begin => new(First, 0, 0);

    /// <summary>Whether every slot between the bounds is shown on the page.</summary>
    public readonly bool IsWhole => Count == End - First;
}

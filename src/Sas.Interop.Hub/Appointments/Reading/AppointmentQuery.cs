using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Reading;

/// <summary>A search for appointments as understood.</summary>
internal sealed class AppointmentQuery
{
    public AppointmentFilter Filter { get; } = new();

    /// <summary>The most entries of a page that are wanted; null when the search does not say.</summary>
    public int? Count { get; set; }

    /// <summary>Whether only the number of matches is wanted.</summary>
    public bool NumberOnly { get; set; }

    /// <summary>Whether the number of matches is wanted beside them.</summary>
    public bool WithTotal { get; set; }

    /// <summary>Where the page before ended, as its link told it.</summary>
    public string? Cursor { get; set; }

    /// <summary>How many values all criteria together have.</summary>
    public int Values { get; set; }

    /// <summary>Whether <c>_format</c>, which goes before the header, names FHIR JSON; null when it was not given.</summary>
    public bool? Format { get; set; }

    public List<QueryFault> Faults { get; } = [];

    public void Fault(string parameter, string issueCode, string message) => Faults.Add(new QueryFault(parameter, issueCode, message));
}

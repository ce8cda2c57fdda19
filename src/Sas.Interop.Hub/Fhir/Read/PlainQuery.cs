using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>A plain search as understood.</summary>
internal sealed class PlainQuery(ServedType type)
{
    public ServedType Type => type;

    /// <summary>All must hold; of each, any of its values will do.</summary>
    public List<List<Sought>> Criteria { get; } = [];

    /// <summary>How many values all criteria together have.</summary>
    public int Values { get; set; }

    /// <summary>References that are followed from what was found.</summary>
    public ResourceLinks Includes { get; set; }

    /// <summary>References that are followed to what was found.</summary>
    public ResourceLinks Reverse { get; set; }

    /// <summary>Whether only the number of matches is wanted.</summary>
    public bool NumberOnly { get; set; }

    /// <summary>The most matches wanted; null for all.</summary>
    public int? PageSize { get; set; }

    /// <summary>How many matches earlier pages held.</summary>
    public int Offset { get; set; }

    /// <summary>Whether <c>_format</c>, which goes before the header, names FHIR JSON; null when it was not given.</summary>
    public bool? Format { get; set; }

    public List<QueryFault> Faults { get; } = [];

    public void Fault(string parameter, string issueCode, string message) => Faults.Add(new QueryFault(parameter, issueCode, message));
}

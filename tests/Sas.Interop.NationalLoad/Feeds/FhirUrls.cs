namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>Texts of searches and feeds.</summary>
internal static class FhirUrls
{
    public const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    /// <summary>Name of the parameter that holds practitioners in a search of slots.</summary>
    public const string Practitioners = "schedule.actor:Practitioner.identifier";

    /// <summary>Name of the parameter that holds associations in a search of schedules.</summary>
    public const string Associations = "actor:Location.organization.identifier";
}

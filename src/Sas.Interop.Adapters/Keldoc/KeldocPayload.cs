using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>A clinic and the specialties that its page leads to.</summary>
internal sealed record KeldocClinic(string Id, IReadOnlyList<string> Specialties);

internal sealed record KeldocSpecialty(VendorId Id);

/// <summary>A site of a clinic; its location is one free text.</summary>
internal sealed record KeldocCabinet(VendorId Id, string? Location);

internal sealed record KeldocMotive
{
    public VendorId Id { get; set; }

    public string? Name { get; set; }

    [JsonConverter(typeof(FlagConverter))]
    public bool Teleconsultation { get; set; }

    /// <summary>Chairs or teams rather than people; those marked hidden count like the others.</summary>
    public IReadOnlyList<KeldocAgenda>? Agendas { get; set; }
}

internal sealed record KeldocAgenda(VendorId Id);

/// <summary>One specialty of a clinic at one of its cabinets.</summary>
internal sealed record KeldocSite(string Clinic, string Specialty, string Cabinet);

/// <summary>One timetable request's subject: a motive with all its agendas at one site.</summary>
internal sealed record KeldocMotiveRequest(KeldocSite Site, string Motive, string? Name, bool Teleconsultation, IReadOnlyList<string> Agendas);

/// <summary>One timetable answer as read.</summary>
internal sealed class KeldocPage
{
    public SlotPage Page { get; } = new();

    public bool HasPhone { get; set; }

    /// <summary>Nothing but a telephone number.</summary>
    public bool IsTelephoneOnly => HasPhone && Page.Next is null && Page.Times.Count == 0;

    /// <summary>Neither days nor a next date: nothing at all is free.</summary>
    public bool IsNothing => Page.Next is null && Page.Days.Count == 0 && Page.Times.Count == 0;
}

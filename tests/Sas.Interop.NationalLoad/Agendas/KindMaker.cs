using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>Makes the few kinds of slot that a place has.</summary>
internal static class KindMaker
{
    private static readonly (SlotTypes Types, ConsultationTypes Consultations, string Reason, double Share)[] Offers =
    [
        (SlotTypes.Public | SlotTypes.Professional, ConsultationTypes.Ambulatory, "Consultation de suivi", 0.35),
        (SlotTypes.Snp, ConsultationTypes.Ambulatory, "Soins non programmés", 0.5),
        (SlotTypes.Professional, ConsultationTypes.Ambulatory, "Avis entre confrères", 0.2),
        (SlotTypes.Public, ConsultationTypes.Virtual, "Téléconsultation", 0.3),
        (SlotTypes.Public, ConsultationTypes.Home, "Visite à domicile", 0.05),
    ];

    /// <summary>The vendor's page of a place.</summary>
    public static Uri Page(PlaceDetails place) => new($"https://vendor.example/rdv/{place.IdentifierValue}");

    public static IReadOnlyList<SlotKind> OfPractitioner(Dice at, Uri page, string specialty, Cpts? community)
    {
        var common = new SlotKind
        {
            Types = SlotTypes.Public,
            Consultations = ConsultationTypes.Ambulatory,
            Reasons = ["Consultation"],
            Specialties = [new Specialty(specialty, null)],
            Mode = BookingMode.Routine,
            BookingUrl = page,
        };
        var kinds = new List<SlotKind> { common };
        for (var i = 0; i < Offers.Length; i++)
        {
            var (types, consultations, reason, share) = Offers[i];
            if (at.With(Subject.Kinds).With(i).Share < share)
            {
                kinds.Add(common with { Types = types, Consultations = consultations, Reasons = [reason], Mode = types == SlotTypes.Snp && share > at.Share * 5 ? BookingMode.WalkIn : BookingMode.Routine });
            }
        }

        if (community is not null)
        {
            kinds.Add(common with { Types = at.Share < 0.5 ? SlotTypes.Cpts : SlotTypes.Public | SlotTypes.Cpts, Communities = [community] });
        }

        return kinds;
    }

    public static IReadOnlyList<SlotKind> OfAssociation(Dice at, Uri page)
    {
        var common = new SlotKind { Types = SlotTypes.Public | SlotTypes.Snp, Consultations = ConsultationTypes.Ambulatory, Mode = BookingMode.Routine, BookingUrl = page };
        return at.With(Subject.Kinds).Share < 0.5 ? [common] : [common, common with { Types = SlotTypes.Public, Consultations = ConsultationTypes.Home }];
    }
}

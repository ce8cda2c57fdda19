using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

/// <summary>Random answers that hold a few practitioners with a few places and slots of every sort.</summary>
internal static class Agendas
{
    private static readonly string[] Types = ["PUBLIC", "PRO", "SNP", "CPTS", "private"];

    public static Arbitrary<IReadOnlyList<Resource>> Any() => Gen.Choose(int.MinValue, int.MaxValue).Select(static seed => (IReadOnlyList<Resource>)Make(new Random(seed))).ToArbitrary();

    public static T[] Shuffled<T>(IReadOnlyList<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private static List<Resource> Make(Random random)
    {
        var resources = new List<Resource>
        {
            FhirSamples.Practitioner("p1", FhirSamples.Rpps),
            FhirSamples.Practitioner("p2", FhirSamples.OtherRpps),
            new HealthcareService { Id = "h1", ProvidedBy = FhirSamples.To("Organization/o1") },
            FhirSamples.Organization("o1", "1990000017"),
        };
        for (var place = 1; place <= 3; place++)
        {
            var practitioner = "p" + random.Next(1, 3);
            resources.Add(FhirSamples.Role("r" + place, practitioner, place.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            resources.Add(FhirSamples.Schedule("s" + place, "Practitioner/" + practitioner, "PractitionerRole/r" + place));
        }

        for (var slot = random.Next(30); slot > 0; slot--)
        {
            resources.Add(Slot(random, slot));
        }

        return resources;
    }

    private static Slot Slot(Random random, int number)
    {
        var slot = FhirSamples.Slot("slot" + number, "s" + random.Next(1, 5), random.Next(-1, 12) / 2.0, [.. Types.Where(_ => random.Next(2) == 0)]) with
        {
            Status = random.Next(8) == 0 ? "busy" : "free",
            ServiceType = [FhirSamples.Concept(CodeSystems.ConsultationType, random.Next(2) == 0 ? "AMB" : "VR"), FhirSamples.Community("h1")],
        };
        return random.Next(10) == 0 ? slot with { End = null } : slot;
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sas.Interop.Contracts.Tests.Fhir.Definitions;

/// <summary>Element by element, our definitions against the snapshots and value sets of the official package, where it stands beside the repository.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class OfficialDefinitionsTests
{
    private const string Absent = "The folder of official definitions is not beside the repository.";

    /// <summary>Rules of FHIR that the reading of a resource or the engine keeps for every element, whatever a profile says, or that concern other uses.</summary>
    private static readonly string[] KeptElsewhere =
    [
        "ele-1", // No element is empty: the engine's own rule.
        "ext-1", // An extension has a value or extensions: the engine's own rule.
        "dom-6", // A narrative is only recommended, and nobody sends one here.
        "att-1", // No attachment is exchanged.
        "bdl-3", "bdl-4", "bdl-9", "bdl-10", "bdl-11", "bdl-12", // Bundles that are no searchset.
    ];

    [TestCaseSource(nameof(Profiles))]
    public void Profile_EveryElement_DemandsWhatTheOfficialOneDemands(string? path)
    {
        Assume.That(path, Is.Not.Null, Absent);
        var official = JsonElement.Parse(File.ReadAllBytes(path!)); // Assumed just above.
        var ours = Ours(official.GetProperty("url").GetString());

        var differences = ElementFacts.Differences(official, ours).Where(static line => !IsKeptElsewhere(line));

        Assert.That(differences, Is.EquivalentTo(IntendedDifferences(official.GetProperty("id").GetString(), official)));
    }

    [TestCaseSource(nameof(Profiles))]
    public void Profile_Head_IsTheOfficialOne(string? path)
    {
        Assume.That(path, Is.Not.Null, Absent);
        var official = JsonElement.Parse(File.ReadAllBytes(path!)); // Assumed just above.
        var ours = Ours(official.GetProperty("url").GetString());

        foreach (var name in new[] { "id", "version", "name", "status", "fhirVersion", "kind", "abstract", "type", "baseDefinition", "derivation" })
        {
            Assert.That(ours.GetProperty(name).GetRawText(), Is.EqualTo(official.GetProperty(name).GetRawText()), name);
        }
    }

    [TestCaseSource(nameof(ValueSets))]
    public void ValueSet_Codes_AreTheOfficialOnes(string? path)
    {
        Assume.That(path, Is.Not.Null, Absent);
        var official = JsonElement.Parse(File.ReadAllBytes(path!)); // Assumed just above.
        var ours = Ours(official.GetProperty("url").GetString());

        Assert.That(Codes(ours), Is.EquivalentTo(Codes(official)));
        Assert.That(ours.GetProperty("version").GetString(), Is.EqualTo(official.GetProperty("version").GetString()));
    }

    [Test]
    public void Elements_OfTheContractSheet_AreAllHere()
    {
        var folder = SharedFolder.Find("contract");
        Assume.That(folder, Is.Not.Null, Absent);
        var known = PublishedProfiles.All.SelectMany(static profile => ElementFacts.Of(profile).Keys).ToHashSet(StringComparer.Ordinal);

        var named = SheetPaths(File.ReadAllLines(Path.Combine(folder!, "CONTRACT.md"))).ToList(); // Assumed just above.

        Assert.That(named, Has.Count.GreaterThan(120));
        Assert.That(named.Where(path => !known.Contains(path)), Is.Empty);
    }

    /// <summary>Where ours says less or otherwise than the official one, and why.</summary>
    private static IEnumerable<string> IntendedDifferences(string? id, JsonElement official)
    {
        switch (id)
        {
            case "FrPractitionerAgregateur" or "FrPractitionerRegul":
                // Slices of diplomas from the French parent: open, optional and bound to a value set that no guide publishes, they can refuse nothing, and SAS uses none.
                yield return "-Practitioner.qualification.code.coding slicing value:system open";
                foreach (var diploma in ElementFacts.Of(official).Keys.Where(static element => element.StartsWith("Practitioner.qualification.code.coding:degree", StringComparison.Ordinal)))
                {
                    yield return "-" + diploma;
                }

                break;
            case "FrAppointmentSAS" or "sas-sos-appointment":
                // The official expression asks for the code 'no-show', which does not exist: the code is 'noshow' (CONTRACT §5.11).
                yield return "-Appointment constraint app-4 error Appointment.cancelationReason.exists()implies(Appointment.status='no-show'orAppointment.status='cancelled')";
                yield return "+Appointment constraint app-4 error cancelationReason.exists()implies(status='noshow'orstatus='cancelled')";
                break;
        }
    }

    private static bool IsKeptElsewhere(string line) =>
        line.StartsWith('-') && KeptElsewhere.Any(key => line.Contains($" constraint {key} ", StringComparison.Ordinal));

    private static JsonElement Ours(string? url) => PublishedProfiles.Resources.Single(resource => resource.GetProperty("url").GetString() == url);

    private static IEnumerable<string> Codes(JsonElement valueSet) =>
        from include in valueSet.GetProperty("compose").GetProperty("include").EnumerateArray()
        from concept in include.GetProperty("concept").EnumerateArray()
        select $"{include.GetProperty("system").GetString()}#{concept.GetProperty("code").GetString()}";

    /// <summary>Ids of the elements in the tables of CONTRACT §5.2 to §5.9.</summary>
    private static IEnumerable<string> SheetPaths(IEnumerable<string> lines)
    {
        const string Operator = "extension:appointmentOperator.value[x]:valueReference";
        var type = string.Empty;
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
            {
                type = Chapter().Match(line) is { Success: true } chapter ? chapter.Groups[1].Value : string.Empty;
            }
            else if (type.Length > 0 && Row().Match(line) is { Success: true } row)
            {
                yield return $"{type}.{row.Groups[1].Value.Replace("{op}", Operator, StringComparison.Ordinal)}";
            }
        }
    }

    private static IEnumerable<TestCaseData> Profiles() => Files("StructureDefinition-*.json");

    private static IEnumerable<TestCaseData> ValueSets() => Files("ValueSet-*.json");

    private static IEnumerable<TestCaseData> Files(string pattern) => SharedFolder.Find("contract", "definitions") is { } folder
        ? Directory.GetFiles(folder, pattern).Select(static path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileNameWithoutExtension(path)))
        : [new TestCaseData([null]).SetArgDisplayNames("absent")];

    [GeneratedRegex(@"^### 5\.[2-9] (\w+)$")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^\| `([^`]+)` \|")]
    private static partial Regex Row();
}

using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir.Validation.Types;

namespace Sas.Interop.Contracts.Tests.Fhir.Definitions;

/// <summary>Element by element, our definitions against the snapshots and value sets of the official package, where it stands beside the repository.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class OfficialDefinitionsTests
{
    private const string Absent = "The folder of official definitions is not beside the repository.";

    /// <summary>Invariants of base R4 that ours leave to the engine, which keeps them for every resource, whatever its profile says; ours repeat those of CONTRACT §5.11.</summary>
    private static readonly string[] LeftToTheEngine =
    [
        "app-3", "att-1", "bdl-1", "bdl-2", "bdl-3", "bdl-4", "bdl-5", "bdl-8", "bdl-9", "bdl-10", "bdl-11", "bdl-12",
        "dom-2", "dom-3", "dom-4", "dom-5", "dom-6", "ele-1", "ext-1", "org-1", "per-1",
    ];

    [TestCaseSource(nameof(Profiles))]
    public void Profile_EveryElement_DemandsWhatTheOfficialOneDemands(string? path)
    {
        Assume.That(path, Is.Not.Null, Absent);
        var official = JsonElement.Parse(File.ReadAllBytes(path!)); // Assumed just above.
        var ours = Ours(official.GetProperty("url").GetString());

        var differences = ElementFacts.Differences(official, ours).Where(static line => !IsLeftToTheEngine(line));

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

    [TestCaseSource(nameof(LeftToTheEngine))]
    public void Invariant_LeftToTheEngine_IsKeptByIt(string key) => Assert.That(BaseInvariants.Covers(key), Is.True);

    [Test]
    public void Elements_OfTheContractSheet_AreAllHere()
    {
        var folder = SharedFolder.Find("contract");
        Assume.That(folder, Is.Not.Null, Absent);
        var known = PublishedProfiles.All.SelectMany(static profile => ElementFacts.Of(profile).Keys).ToHashSet(StringComparer.Ordinal);

        var named = SheetPaths(File.ReadAllLines(Path.Combine(folder!, "CONTRACT.md"))).ToList(); // Assumed just above.

        Assert.That(named, Has.Count.GreaterThan(100));
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

    private static bool IsLeftToTheEngine(string line) =>
        line.StartsWith('-') && LeftToTheEngine.Any(key => line.Contains($" constraint {key} ", StringComparison.Ordinal));

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

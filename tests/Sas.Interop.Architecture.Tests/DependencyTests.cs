using System.Xml.Linq;

namespace Sas.Interop.Architecture.Tests;

/// <summary>Contracts ← Adapters ← Hub, one way only; rooms meet on the edges that were decided.</summary>
internal sealed class DependencyTests
{
    private const string Prefix = "Sas.Interop.";

    private static readonly string[] Tools = ["Http", "Json", "Mapping", "Replay"];

    // Any room may use Telemetry and Security; see docs/decisions/0003-rooms-and-edges.md.
    private static readonly Dictionary<string, string[]> Edges = new()
    {
        ["Telemetry"] = [],
        ["Security"] = [],
        ["Configuration"] = [],
        ["Persistence"] = [],
        ["Availability"] = ["Persistence"],
        ["Polling"] = ["Configuration", "Availability", "Persistence"],
        ["Intake"] = ["Configuration", "Availability", "Fhir"],
        ["Fhir"] = ["Availability", "Configuration", "Persistence"],
        ["Hosting"] = ["Availability", "Configuration", "Fhir", "Preferences"],
        ["Preferences"] = ["Availability", "Configuration", "Persistence", "Fhir"],
        ["Admin"] = ["Availability", "Configuration", "Fhir", "Polling", "Preferences"],
        ["Sandbox"] = ["Configuration", "Polling"],
        ["Appointments"] = ["Configuration", "Availability", "Persistence", "Fhir"],
        ["Redirects"] = ["Configuration", "Persistence", "Fhir"],
        ["Booking"] = ["Configuration", "Availability", "Persistence", "Fhir", "Regulators", "Redirects"],
        ["CareRequests"] = ["Configuration", "Availability", "Persistence", "Fhir", "Regulators", "Redirects"],
        ["Orientations"] = ["Configuration", "Persistence", "Fhir", "Preferences"],
        ["Outbox"] = ["Configuration", "Persistence"],
        ["Regulators"] = ["Configuration", "Persistence", "Fhir", "Preferences"],
        ["Audit"] = ["Configuration", "Persistence", "Fhir"],
        ["Lrm"] = ["Persistence"],
    };

    [TestCase("src/Sas.Interop.Contracts/Sas.Interop.Contracts.csproj", new string[0])]
    [TestCase("src/Sas.Interop.Adapters/Sas.Interop.Adapters.csproj", new[] { "Sas.Interop.Contracts" })]
    [TestCase("src/Sas.Interop.Hub/Sas.Interop.Hub.csproj", new[] { "Sas.Interop.Adapters" })]
    [TestCase("tests/Sas.Interop.TestKit/Sas.Interop.TestKit.csproj", new[] { "Sas.Interop.Contracts" })]
    [TestCase("tests/Sas.Interop.MockVendors/Sas.Interop.MockVendors.csproj", new[] { "Sas.Interop.Adapters", "Sas.Interop.TestKit" })]
    [TestCase("tests/Sas.Interop.NationalLoad/Sas.Interop.NationalLoad.csproj", new[] { "Sas.Interop.Hub" })]
    [TestCase("tests/Sas.Interop.Durability/Sas.Interop.Durability.csproj", new[] { "Sas.Interop.Hub", "Sas.Interop.NationalLoad", "Sas.Interop.TestKit" })]
    [TestCase("tests/Sas.Interop.Benchmarks/Sas.Interop.Benchmarks.csproj", new[] { "Sas.Interop.Hub", "Sas.Interop.NationalLoad", "Sas.Interop.TestKit" })]
    public void Projects_OneByOne_ReferenceOnlyWhatTheyMay(string project, string[] allowed)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference")
            .Select(static reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value.Replace('\\', '/')));

        Assert.That(references, Is.SubsetOf(allowed));
    }

    [Test]
    public void Projects_All_StayUnderTwentyLines() =>
        Assert.That(
            Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Where(static path => File.ReadLines(path).Count() >= 25),
            Is.Empty);

    [Test]
    public void Rooms_OfTheHub_MeetOnlyOnDecidedEdges() =>
        Assert.That(
            from file in Repository.Sources("src/Sas.Interop.Hub")
            let room = RoomOf(file.Path)
            where room is not null
            from used in file.Usings.Where(static name => name.StartsWith(Prefix + "Hub.", StringComparison.Ordinal)).Select(static name => name.Split('.')[3])
            where used != room && used is not ("Telemetry" or "Security") && !Edges.GetValueOrDefault(room, []).Contains(used)
            select $"{file.Path} uses {used}",
            Is.Empty);

    [Test]
    public void Rooms_OfTheHub_HaveDecidedNames() =>
        Assert.That(Repository.Sources("src/Sas.Interop.Hub").Select(static file => RoomOf(file.Path)).OfType<string>().Distinct(), Is.SubsetOf(Edges.Keys));

    [Test]
    public void Edges_AllTogether_FormNoCycle()
    {
        foreach (var room in Edges.Keys)
        {
            Assert.That(Reaches(room, room, []), Is.False, room);
        }
    }

    [Test]
    public void Dialects_OneByOne_KnowNoOtherDialect() =>
        Assert.That(
            from file in Repository.Sources("src/Sas.Interop.Adapters")
            let folder = file.Path.Split('/')[2]
            from used in file.Usings.Where(static name => name.StartsWith(Prefix + "Adapters.", StringComparison.Ordinal)).Select(static name => name.Split('.')[3])
            where used != folder && !Tools.Contains(used)
            select $"{file.Path} uses {used}",
            Is.Empty);

    [TestCase("src/Sas.Interop.Contracts", "Microsoft.AspNetCore")]
    [TestCase("src/Sas.Interop.Contracts", "Microsoft.Extensions")]
    [TestCase("src/Sas.Interop.Contracts", "System.IO.File")]
    [TestCase("src/Sas.Interop.Adapters", "Microsoft.AspNetCore")]
    [TestCase("src/Sas.Interop.Adapters", "Sas.Interop.Hub")]
    public void Libraries_OneByOne_UseNothingOfTheHost(string folder, string forbidden) =>
        Assert.That(
            Repository.Sources(folder).Where(file => file.Usings.Any(name => name.StartsWith(forbidden, StringComparison.Ordinal))).Select(static file => file.Path),
            Is.Empty);

    private static string? RoomOf(string path) => path.Split('/') is [_, _, var room, _, ..] ? room : null;

    private static bool Reaches(string from, string to, HashSet<string> seen) =>
        Edges.GetValueOrDefault(from, []).Any(next => next == to || (seen.Add(next) && Reaches(next, to, seen)));
}

using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>Bodies of INT_R02 as the official kit makes them (CERTIFICATION §4), with invented people.</summary>
internal sealed record AccountBody
{
    public const string National = IdentifierSystems.NationalPractitioner;
    public const string Technical = IdentifierSystems.SasPlatform;

    public string System { get; init; } = Technical;

    public string Code { get; init; } = IdentifierTypeCodes.Internal;

    public required string Value { get; init; }

    public required string Mail { get; init; }

    public bool Active { get; init; } = true;

    public string Family { get; init; } = "Exemple";

    public string Given { get; init; } = "Anne";

    public static AccountBody OfNational(string value, string mail) => new() { System = National, Code = IdentifierTypeCodes.NationalPractitioner, Value = value, Mail = mail };

    public static AccountBody OfTechnical(string value, string mail) => new() { Value = value, Mail = mail };

    /// <summary>A new technical account with a mail of its own.</summary>
    public static AccountBody New() => OfTechnical(Guid.NewGuid().ToString(), $"{Guid.NewGuid():N}@regulation.example");

    /// <summary>A national identifier that nobody has.</summary>
    public static string NewNational() => $"3456780581/{Guid.NewGuid():N}";

    public string Text() => Json().ToJsonString();

    public string Without(string member)
    {
        var json = Json();
        Assert.That(json.Remove(member), Is.True);
        return json.ToJsonString();
    }

    public string With(string member, string value)
    {
        var json = Json();
        json[member] = JsonNode.Parse(value);
        return json.ToJsonString();
    }

    public JsonObject Json() => new()
    {
        ["resourceType"] = "Practitioner",
        ["id"] = "example-regulator-1",
        ["meta"] = new JsonObject { ["source"] = Technical, ["profile"] = new JsonArray(ProfileUrls.PractitionerRegulator) },
        ["identifier"] = new JsonArray(Identifier(Code, System, Value)),
        ["active"] = Active,
        ["name"] = new JsonArray(new JsonObject { ["family"] = Family, ["given"] = new JsonArray(Given) }),
        ["telecom"] = new JsonArray(new JsonObject { ["system"] = "email", ["value"] = Mail }),
    };

    public static JsonObject Identifier(string code, string system, string value) => new()
    {
        ["type"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = CodeSystems.IdentifierType, ["code"] = code }) },
        ["system"] = system,
        ["value"] = value,
    };
}

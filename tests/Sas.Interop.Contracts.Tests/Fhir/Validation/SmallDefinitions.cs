using System.Text;
using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

/// <summary>Makes definitions of a few elements, in the form of the official ones.</summary>
internal static class SmallDefinitions
{
    public const string Base = "http://example.org/fhir/StructureDefinition/";

    /// <summary>A StructureDefinition whose snapshot has the root and the elements given as JSON objects.</summary>
    public static string Profile(string name, string type, params IEnumerable<string> elements) => Named(Base + name, name, type, elements);

    /// <summary>The same with a canonical URL of one's own.</summary>
    public static string Named(string url, string name, string type, params IEnumerable<string> elements) =>
        $$"""
        {"resourceType":"StructureDefinition","id":"{{name}}","url":"{{url}}","type":"{{type}}","kind":"resource","abstract":false,
         "snapshot":{"element":[{{string.Join(",", elements.Prepend($$"""{"id":"{{type}}","path":"{{type}}","min":0,"max":"*"}"""))}}]},
         "differential":{"element":[{"id":"{{type}}","path":"{{type}}","max":"0"}]} }
        """;

    /// <summary>One element: id, its members beyond id and path, such as <c>"min":1,"max":"1"</c>.</summary>
    public static string Element(string id, string more)
    {
        var path = string.Join('.', id.Split('.').Select(static part => part.Split(':')[0]));
        var slice = id.Split('.')[^1].Contains(':', StringComparison.Ordinal) ? $",\"sliceName\":\"{id.Split('.')[^1].Split(':')[1]}\"" : "";
        return $$"""{"id":"{{id}}","path":"{{path}}"{{slice}},{{more}}}""";
    }

    /// <summary>A ValueSet of some codes of one system.</summary>
    public static string ValueSet(string url, string system, params string[] codes) =>
        $$"""
        {"resourceType":"ValueSet","url":"{{url}}","compose":{"include":[{"system":"{{system}}",
         "concept":[{{string.Join(",", codes.Select(static code => $$"""{"code":"{{code}}"}"""))}}]}]} }
        """;

    public static FhirValidator Validator(params string[] definitions) => new(Set(definitions));

    public static DefinitionSet Set(params string[] definitions)
    {
        var read = DefinitionSet.Read(definitions.Select(static (text, index) => new DefinitionFile($"definition-{index}.json", Encoding.UTF8.GetBytes(text))));
        Assert.That(read.Error, Is.Null);
        return read.Value!; // No error, hence a set.
    }

    public static ValidationReport Validate(FhirValidator validator, string resource, params string[] profiles) =>
        validator.Validate(Encoding.UTF8.GetBytes(resource), new ValidationRequest { Profiles = profiles });

    /// <summary>The errors as "location [rule]", which tests compare.</summary>
    public static IEnumerable<string> Errors(this ValidationReport report) => report.Issues.Where(static issue => issue.IsError).Select(Text);

    /// <summary>Every issue but the missing narrative, as "severity location [rule]".</summary>
    public static IEnumerable<string> Remarks(this ValidationReport report) =>
        report.Issues.Where(static issue => issue.Rule != "dom-6").Select(static issue => $"{issue.Severity} {Text(issue)}");

    private static string Text(ValidationIssue issue) => $"{issue.Location} [{issue.Rule}]";
}

using System.Globalization;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>Reads one element of a snapshot.</summary>
internal static class ElementReader
{
    public static ElementRule Read(Node element, string url, string profile)
    {
        var path = element.TextOf("path") ?? throw new DefinitionException(url, "ElementDefinition.path is required.");
        var slice = element.TextOf("sliceName");
        var id = element.TextOf("id") ?? (slice is null ? path : path + ":" + slice);
        var place = url + "#" + id;
        return new ElementRule(id, path[(path.LastIndexOf('.') + 1)..])
        {
            Rule = profile + "#" + id,
            SliceName = slice,
            Min = Number(element, "min", place) ?? 0,
            Max = element.TextOf("max") is "*" or null ? int.MaxValue : Number(element, "max", place) ?? 0,
            Types = [.. element.Children("type").Select(type => ReadType(type, place))],
            Fixed = Value(element, "fixed"),
            Pattern = Value(element, "pattern"),
            Binding = ReadBinding(element),
            MaxLength = Number(element, "maxLength", place),
            Invariants = [.. element.Children("constraint").Select(constraint => ReadInvariant(constraint, place))],
            Slicing = element.Children("slicing") is [var slicing, ..] ? ReadSlicing(slicing) : null,
            ContentId = element.TextOf("contentReference") is { } reference ? reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..] : null,
        };
    }

    private static int? Number(Node element, string name, string place)
    {
        if (element.TextOf(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new DefinitionException(place, $"ElementDefinition.{name} is a number from 0.");
    }

    private static TypeRule ReadType(Node type, string place) => new(
        type.TextOf("code") ?? throw new DefinitionException(place, "ElementDefinition.type.code is required."),
        Texts(type, "profile"),
        Texts(type, "targetProfile"),
        Texts(type, "aggregation"));

    private static string[] Texts(Node owner, string name) => [.. owner.Children(name).Select(static node => node.Text ?? "")];

    private static Node? Value(Node element, string prefix) => element.Groups
        .FirstOrDefault(group => group.Name.StartsWith(prefix, StringComparison.Ordinal) && group.Name.Length > prefix.Length && char.IsAsciiLetterUpper(group.Name[prefix.Length]))
        ?.Nodes.FirstOrDefault();

    private static BindingRule? ReadBinding(Node element) =>
        element.Children("binding") is [var binding, ..]
        && binding.TextOf("strength") is "required" or "extensible"
        && binding.TextOf("valueSet") is { Length: > 0 } valueSet
            ? new BindingRule(binding.TextOf("strength") == "required", valueSet)
            : null;

    private static InvariantRule ReadInvariant(Node constraint, string place) => new(
        constraint.TextOf("key") ?? throw new DefinitionException(place, "ElementDefinition.constraint.key is required."),
        constraint.TextOf("severity") != "warning",
        constraint.TextOf("human") ?? "",
        constraint.TextOf("expression"));

    private static SlicingRule ReadSlicing(Node slicing) => new(
        [.. slicing.Children("discriminator").Select(static one => (one.TextOf("type") ?? "", one.TextOf("path") ?? ""))],
        slicing.TextOf("rules") == "closed",
        slicing.TextOf("rules") == "openAtEnd");
}

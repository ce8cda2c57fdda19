using System.Collections;
using System.Reflection;
using System.Text;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

/// <summary>What the tests know of the model by looking at its types.</summary>
internal static class ModelTypes
{
    /// <summary>Every concrete datatype, part and resource that has a shape.</summary>
    public static IReadOnlyList<Type> All { get; } = [.. typeof(Resource).Assembly.GetExportedTypes()
        .Where(static type => !type.IsAbstract && type != typeof(UnknownResource) && (type.IsSubclassOf(typeof(Element)) || type.IsSubclassOf(typeof(Resource))))
        .OrderBy(static type => type.Name, StringComparer.Ordinal)];

    public static IReadOnlyList<Type> Resources { get; } = [.. All.Where(static type => type.IsSubclassOf(typeof(Resource)))];

    /// <summary>The properties that stand for one JSON member each.</summary>
    public static IEnumerable<PropertyInfo> MembersOf(Type type) => type.GetProperties()
        .Where(property => property.CanWrite && property.Name != nameof(Element.PrimitiveExtensions))
        .Where(property => type != typeof(Extension) || property.Name == nameof(Extension.Value) || !property.Name.StartsWith(nameof(Extension.Value), StringComparison.Ordinal))
        .Where(property => type != typeof(PrimitiveExtension) || property.Name is nameof(Element.Id) or nameof(Element.Extension));

    public static string JsonName(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    /// <summary>The whole content as text, so that two objects can be compared member by member.</summary>
    public static string Dump(object? value)
    {
        var text = new StringBuilder();
        Dump(value, text);
        return text.ToString();
    }

    private static void Dump(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case UnknownResource unknown:
                text.Append(Encoding.UTF8.GetString(unknown.Json.Utf8.Span));
                break;
            case FhirValue choice:
                text.Append(choice.Type).Append('=');
                Dump(choice.Content, text);
                break;
            case OpaqueJson json:
                text.Append(Encoding.UTF8.GetString(json.Utf8.Span));
                break;
            case Element or Resource:
                DumpMembers(value, text);
                break;
            case string plain:
                text.Append('\'').Append(plain).Append('\'');
                break;
            case IReadOnlyList<PrimitiveExtension> { Count: > 0 } siblings when siblings[0].Name.Length > 0:
                // Their order says nothing: name and index do.
                Dump(siblings.OrderBy(static sibling => sibling.Name, StringComparer.Ordinal).ThenBy(static sibling => sibling.Index).Select(DumpSibling), text);
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Dump(item, text);
                    text.Append(';');
                }

                text.Append(']');
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static string DumpSibling(PrimitiveExtension sibling)
    {
        var text = new StringBuilder();
        DumpMembers(sibling, text);
        return text.ToString();
    }

    private static void DumpMembers(object value, StringBuilder text)
    {
        text.Append(value.GetType().Name).Append('{');
        foreach (var property in value.GetType().GetProperties().Where(static property => property.CanWrite))
        {
            if (property.GetValue(value) is { } content)
            {
                text.Append(property.Name).Append(':');
                Dump(content, text);
                text.Append(',');
            }
        }

        text.Append('}');
    }
}

using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>A resource of whatever type its <c>resourceType</c> names.</summary>
internal sealed class ResourceCodec : Codec<Resource>
{
    private const int MaxTypeLength = 64;

    public static ResourceCodec Instance { get; } = new();

    /// <summary>Reads the one resource of a text, which must be of the type asked for.</summary>
    public static T? ReadRoot<T>(ref FhirReader reader)
        where T : Resource
    {
        var type = FindType(ref reader);
        if (type is null)
        {
            return null;
        }

        var shape = ShapeCatalog.FindResource(type);
        if (!typeof(T).IsAssignableFrom(shape?.Type ?? typeof(UnknownResource)))
        {
            reader.Stop(FhirIssueRules.Type, "The text holds another type of resource than the one due.");
            return null;
        }

        reader.State.CutPath(0);
        reader.State.Push(type);
        return (T?)ReadAs(ref reader, type, shape);
    }

    public override string TypeName => "Resource";

    public override Resource? Read(ref FhirReader reader)
    {
        var type = FindType(ref reader);
        if (type is not null)
        {
            return ReadAs(ref reader, type, ShapeCatalog.FindResource(type));
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, Resource value)
    {
        if (value is UnknownResource unknown)
        {
            writer.WriteRawValue(unknown.Json.Utf8.Span, skipInputValidation: true);
            return;
        }

        ShapeCatalog.ResourceShape(value.TypeName).WriteResource(writer, value);
    }

    public override bool HasContent(Resource? value) => value is not null;

    private static Resource? ReadAs(ref FhirReader reader, string type, IResourceShape? shape)
    {
        if (shape is not null)
        {
            return shape.ReadResource(ref reader);
        }

        return OpaqueCodec.ReadResource(ref reader, type);
    }

    /// <summary>Looks ahead for the type, which stands first in most texts but may stand anywhere in the object.</summary>
    private static string? FindType(ref FhirReader reader)
    {
        if (reader.Token != JsonTokenType.StartObject)
        {
            reader.Error(FhirIssueRules.Type, "Here a resource is due, and the JSON value is no object.");
            return null;
        }

        var ahead = reader;
        while (ahead.Next() && ahead.Token == JsonTokenType.PropertyName)
        {
            var found = ahead.Json.IsText("resourceType"u8);
            if (ahead.Next() && found)
            {
                return FindTypeName(ref ahead);
            }

            ahead.Skip();
        }

        if (!reader.State.IsStopped)
        {
            reader.Error(FhirIssueRules.Type, "The resource has no 'resourceType'.");
        }

        return null;
    }

    private static string? FindTypeName(ref FhirReader ahead)
    {
        if (ahead.Token == JsonTokenType.String && !ahead.Json.ValueIsEscaped && ahead.Json.ValueSpan.Length is > 0 and <= MaxTypeLength
            && !ahead.Json.ValueSpan.ContainsAnyExcept(TypeCharacters))
        {
            return ahead.State.Intern(ahead.Json.ValueSpan);
        }

        ahead.Error(FhirIssueRules.Type, "The 'resourceType' is not the name of a type.");
        return null;
    }

    private static readonly System.Buffers.SearchValues<byte> TypeCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
}

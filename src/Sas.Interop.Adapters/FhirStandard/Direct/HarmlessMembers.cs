using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>Asks the reader of the model whether a member that the hub does not use is without error, once for the same bytes.</summary>
internal sealed class HarmlessMembers(FhirReadOptions options)
{
    private static readonly object Yes = new();
    private readonly ByteTable<object> _known = new(256);

    /// <param name="text">On the value; left behind it.</param>
    /// <param name="type">Type of the resource.</param>
    /// <param name="name">Name of the member.</param>
    /// <param name="levels">How much deeper the member lies than in a resource alone.</param>
    public bool TrySkip(ref JsonGlance text, scoped ReadOnlySpan<byte> type, scoped ReadOnlySpan<byte> name, int levels)
    {
        var start = text.At;

        // A name that begins with an underscore belongs to another member and cannot be judged alone.
        if (name.IsEmpty || name[0] == '_' || name.SequenceEqual("resourceType"u8) || !text.TrySkipValue())
        {
            return false;
        }

        byte[] alone = [.. "{\"resourceType\":\""u8, .. type, .. "\",\""u8, .. name, .. "\":"u8, .. text.Between(start, text.At), (byte)'}'];
        if (_known.Find(alone, out var place) is not null)
        {
            return true;
        }

        if (FhirJson.Read<Resource>(alone, options with { MaxDepth = Math.Max(1, options.MaxDepth - levels) }).HasErrors)
        {
            return false;
        }

        _known.Keep(alone, place, Yes);
        return true;
    }
}

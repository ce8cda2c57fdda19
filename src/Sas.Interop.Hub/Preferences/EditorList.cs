using System.Globalization;
using System.Text.Json;

using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Preferences;

/// <summary>A list of ids of vendors in a body.</summary>
internal static class EditorList
{
    private const int Most = 100;
    private const int LongestId = 64;

    /// <returns>The ids, each once, in their order; what cannot be declared is a fault.</returns>
    public static IReadOnlyList<string> Read(ObjectReader body, string name, Func<string, bool> isKnown)
    {
        if (body.At.Find(name) is null or { Kind: JsonValueKind.Null })
        {
            body.Find(name);
            return [];
        }

        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in body.List(name, Most))
        {
            if (ObjectReader.TextOf(item, LongestId, body.Faults) is not { } id)
            {
                continue;
            }

            if (isKnown(id))
            {
                ids.Add(id);
            }
            else
            {
                body.Faults.Add(item, string.Create(CultureInfo.InvariantCulture, $"No vendor has the id {Quoted.Text(id)}."));
            }
        }

        return [.. ids];
    }
}

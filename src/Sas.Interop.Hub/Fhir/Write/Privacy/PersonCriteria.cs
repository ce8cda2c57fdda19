using System.Buffers;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>Whether what stands outside the body of a request - its address and its headers - holds an identifier that only patients have.</summary>
internal static class PersonCriteria
{
    // What the caller's own software and the network write, and what is no word of the caller's: cookies and credentials are neither read nor kept.
    private static readonly string[] Unread = ["Authorization", "Cookie"];

    public static bool IsIn(HttpRequest request)
    {
        // The server has decoded the path, except for a slash.
        if (Holds(request.Path.Value, isQuery: false) || Holds(request.QueryString.Value, isQuery: true))
        {
            return true;
        }

        foreach (var (name, values) in request.Headers)
        {
            if (Unread.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var value in values)
            {
                if (Holds(value, isQuery: false))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a text, whose percent-encoding is undone as often as it was done, holds one.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="isQuery">Whether a plus stands for a blank.</param>
    public static bool Holds(string? text, bool isQuery)
    {
        const int Deepest = 3;
        if (text is null || text.Length < PersonNumber.Length)
        {
            return false;
        }

        if (text.AsSpan().IndexOfAny('%', '+') < 0)
        {
            return Has(text);
        }

        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var decoded = PercentText.Decode(text, buffer, isQuery);
            for (var depth = 1; !Has(buffer.AsSpan(0, decoded)); depth++)
            {
                if (depth == Deepest || !buffer.AsSpan(0, decoded).Contains('%'))
                {
                    return false;
                }

                decoded = PercentText.Decode(buffer.AsSpan(0, decoded), buffer, isQuery);
            }

            return true;
        }
        finally
        {
            buffer.AsSpan(0, text.Length).Clear();
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static bool Has(ReadOnlySpan<char> text) => PersonNumber.IsIn(text) || PersonSystems.IsIn(text);
}

using System.Buffers;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Systems and types of the identifiers that France gives to patients.</summary>
internal static class PersonSystems
{
    // INS by NIR, INS computed, INS by NIA, and the two of test environments stand below this arc.
    private const string Root = "1.2.250.1.213.1.4.";
    private static readonly string[] Arcs = ["2", "8", "9", "10", "11"];
    private static readonly SearchValues<char> OfObject = SearchValues.Create("0123456789.");

    /// <summary>Whether a text names one of the systems, alone or within a criterion or an address.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf(Root); at >= 0; at = text.IndexOf(Root))
        {
            var starts = at == 0 || !(text[at - 1] == '.' || char.IsAsciiDigit(text[at - 1]));
            text = text[(at + Root.Length)..];
            var end = text.IndexOfAnyExcept(OfObject);
            if (starts && IsArc(end < 0 ? text : text[..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a code is that of a type of identifier that only patients have.</summary>
    public static bool IsType(ReadOnlySpan<char> code) => code is "NIR" or "NIA" or "INS" || code.StartsWith("INS-");

    private static bool IsArc(ReadOnlySpan<char> text)
    {
        foreach (var arc in Arcs)
        {
            if (text.SequenceEqual(arc))
            {
                return true;
            }
        }

        return false;
    }
}

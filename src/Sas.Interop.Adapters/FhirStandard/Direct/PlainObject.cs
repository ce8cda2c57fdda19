using System.Text;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>Walks plain objects and lists. False always means that the reader of the model should judge.</summary>
internal static class PlainObject
{
    private const int LongestText = 4096;

    /// <summary>Reads one member's value into a draft; false for a member that is not expected, or that was there before.</summary>
    public delegate bool MemberReader<TDraft>(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref TDraft draft);

    /// <summary>Reads one item of a list.</summary>
    public delegate bool ItemReader<T>(ref JsonGlance text, out T? item);

    /// <summary>Reads an object with at least one member.</summary>
    public static bool TryRead<TDraft>(ref JsonGlance text, MemberReader<TDraft> member, ref TDraft draft) =>
        text.TryStep((byte)'{') && text.TrySkipBlanks() && TryReadRest(ref text, member, ref draft);

    /// <summary>Reads what is left of an object whose first members were read: at least one more, from its name on.</summary>
    public static bool TryReadRest<TDraft>(ref JsonGlance text, MemberReader<TDraft> member, ref TDraft draft)
    {
        while (text.TryName(out var name) && member(ref text, name, ref draft))
        {
            if (!text.TryGoOn((byte)'}', out var isClosed) || isClosed)
            {
                return isClosed;
            }
        }

        return false;
    }

    /// <summary>Reads a list with at least one item.</summary>
    public static bool TryList<T>(ref JsonGlance text, ItemReader<T> reader, out T[]? list)
        where T : class
    {
        list = null;
        if (!text.TryStep((byte)'[') || !text.TrySkipBlanks())
        {
            return false;
        }

        var items = default(List<T>);
        while (reader(ref text, out var item) && item is not null && text.TryGoOn((byte)']', out var isClosed))
        {
            if (isClosed)
            {
                list = items is null ? [item] : [.. items, item];
                return true;
            }

            (items ??= []).Add(item);
        }

        return false;
    }

    /// <summary>Reads a text that is neither empty nor long.</summary>
    public static bool TryText(ref JsonGlance text, out string? value)
    {
        value = text.TryText(out var content) && content.Length is > 0 and <= LongestText ? Encoding.UTF8.GetString(content) : null;
        return value is not null;
    }

    /// <summary>Reads a text into a place that is still empty.</summary>
    public static bool TryOnce(ref JsonGlance text, ref string? place) => place is null && TryText(ref text, out place);

    public static bool TryOnce<T>(ref JsonGlance text, ItemReader<T> reader, ref T? place)
        where T : class => place is null && reader(ref text, out place);

    public static bool TryListOnce<T>(ref JsonGlance text, ItemReader<T> reader, ref T[]? place)
        where T : class => place is null && TryList(ref text, reader, out place);
}

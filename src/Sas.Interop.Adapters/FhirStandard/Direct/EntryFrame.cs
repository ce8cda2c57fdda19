using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>The part of an entry around its resource: an address, a resource whose type stands first, and a search mode.</summary>
internal sealed class EntryFrame(FhirReadOptions options)
{
    private byte[] _harmlessSearch = [];
    private (int Start, int Length) _url;
    private bool _hasSearch;

    /// <summary>Steps to the second member of the resource.</summary>
    public bool TryOpen(ref JsonGlance text, out ReadOnlySpan<byte> type)
    {
        _url = default;
        _hasSearch = false;
        type = default;
        return text.TryStep((byte)'{') && text.TrySkipBlanks() && TryUntilResource(ref text)
            && text.TryStep((byte)'{') && text.TrySkipBlanks() && text.TryName(out var name) && name.SequenceEqual("resourceType"u8) && text.TryText(out type)
            && text.TryGoOn((byte)'}', out var isClosed) && !isClosed;
    }

    /// <summary>Steps over what follows the resource.</summary>
    public bool TryClose(ref JsonGlance text)
    {
        while (text.TryGoOn((byte)'}', out var isClosed))
        {
            if (isClosed)
            {
                return true;
            }

            if (!text.TryName(out var name) || !TryMember(ref text, name))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The address of the entry; empty when it has none.</summary>
    public ReadOnlySpan<byte> UrlIn(ReadOnlySpan<byte> utf8) => utf8.Slice(_url.Start, _url.Length);

    /// <summary>Root that relative references start from, with its last slash, when the address ends in the type and id; null otherwise.</summary>
    public string? RootOf(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> type, ReadOnlySpan<byte> id, SharedTexts texts)
    {
        var url = UrlIn(utf8);
        return url.EndsWith(id) && url[..^id.Length].EndsWith(type) ? texts.Of(url[..(url.Length - id.Length - type.Length + 1)]) : null;
    }

    private bool TryUntilResource(ref JsonGlance text)
    {
        while (text.TryName(out var name))
        {
            if (name.SequenceEqual("resource"u8))
            {
                return true;
            }

            if (!TryMember(ref text, name) || !text.TryGoOn((byte)'}', out var isClosed) || isClosed)
            {
                return false;
            }
        }

        return false;
    }

    private bool TryMember(ref JsonGlance text, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("fullUrl"u8))
        {
            var isFirst = _url.Length == 0;
            var isRead = text.TryText(out var url) && !url.IsEmpty && url.Length <= options.MaxStringLength;
            _url = (text.At - 1 - url.Length, url.Length);
            return isFirst && isRead;
        }

        if (_hasSearch || !name.SequenceEqual("search"u8))
        {
            return false;
        }

        _hasSearch = true;
        var start = text.At;
        return text.TrySkipValue() && IsHarmless(text.Between(start, text.At));
    }

    private bool IsHarmless(ReadOnlySpan<byte> search)
    {
        if (search.SequenceEqual(_harmlessSearch))
        {
            return true;
        }

        byte[] alone = [.. """{"resourceType":"Bundle","entry":[{"search":"""u8, .. search, .. "}]}"u8];
        var isHarmless = !FhirJson.Read<Bundle>(alone, options).HasErrors;
        _harmlessSearch = isHarmless ? search.ToArray() : _harmlessSearch;
        return isHarmless;
    }
}

using System.Text;

namespace Sas.Interop.Adapters.Json;

/// <summary>One string for texts that repeat, such as identifiers of agendas and addresses of schedules.</summary>
internal sealed class SharedTexts
{
    private readonly ByteTable<string> _texts = new(256);

    /// <param name="utf8">Valid UTF-8 without escapes.</param>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (_texts.Find(utf8, out var place) is { } known)
        {
            return known;
        }

        var text = Encoding.UTF8.GetString(utf8);
        _texts.Keep(utf8, place, text);
        return text;
    }
}

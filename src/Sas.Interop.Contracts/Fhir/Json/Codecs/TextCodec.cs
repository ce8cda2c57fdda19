using System.Buffers;
using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>A primitive kept as a string. A text outside its grammar is kept with a warning, since the sender's text is better than none.</summary>
internal sealed class TextCodec(TextKind kind) : Codec<string>
{
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly SearchValues<char> Base64Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n");

    public static TextCodec Text { get; } = new(TextKind.Text);

    public static TextCodec Code { get; } = new(TextKind.Code);

    public static TextCodec Id { get; } = new(TextKind.Id);

    public static TextCodec Uri { get; } = new(TextKind.Uri);

    public static TextCodec Base64 { get; } = new(TextKind.Base64);

    public override string TypeName => kind switch
    {
        TextKind.Code => "code",
        TextKind.Id => "id",
        TextKind.Uri => "uri",
        TextKind.Base64 => "base64Binary",
        _ => "string",
    };

    public override bool IsPrimitive => true;

    public override string? Read(ref FhirReader reader)
    {
        var text = reader.ReadText(shared: kind is TextKind.Code or TextKind.Uri);
        if (text is not null && !Follows(text))
        {
            reader.Warn(FhirIssueRules.ValueFormat, kind switch
            {
                TextKind.Code => "A code has no outer blanks and no double ones.",
                TextKind.Id => "An id has 1 to 64 letters, digits, hyphens and dots.",
                TextKind.Uri => "A URI has no blanks.",
                _ => "The text is not base 64.",
            });
        }

        return text;
    }

    public override void Write(Utf8JsonWriter writer, string value) => TextOutput.Write(writer, value);

    public override bool HasContent(string? value) => !string.IsNullOrEmpty(value);

    private bool Follows(string text) => kind switch
    {
        TextKind.Code => IsCode(text),
        TextKind.Id => text.Length <= 64 && !text.AsSpan().ContainsAnyExcept(IdCharacters),
        TextKind.Uri => !text.Any(char.IsWhiteSpace),
        TextKind.Base64 => !text.AsSpan().ContainsAnyExcept(Base64Characters),
        _ => true,
    };

    private static bool IsCode(string text)
    {
        var afterBlank = true;
        foreach (var character in text)
        {
            var blank = char.IsWhiteSpace(character);
            if (blank && afterBlank)
            {
                return false;
            }

            afterBlank = blank;
        }

        return !afterBlank;
    }
}

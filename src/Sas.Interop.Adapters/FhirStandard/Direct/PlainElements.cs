using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>Reads the data types that people, places and schedules are made of, as far as the hub uses them.</summary>
internal static class PlainElements
{
    public static bool TryReference(ref JsonGlance text, out Reference? reference)
    {
        var draft = default((string? Target, string? Type, string? Display, Identifier? Identifier));
        var isRead = PlainObject.TryRead(ref text, Member, ref draft);
        reference = isRead ? new Reference { Reference = draft.Target, Identifier = draft.Identifier } : null;
        return isRead;

        static bool Member(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref (string? Target, string? Type, string? Display, Identifier? Identifier) draft) => name switch
        {
            _ when name.SequenceEqual("reference"u8) => PlainObject.TryOnce(ref text, ref draft.Target),
            _ when name.SequenceEqual("identifier"u8) => PlainObject.TryOnce(ref text, TryIdentifier, ref draft.Identifier),
            _ when name.SequenceEqual("type"u8) => PlainObject.TryOnce(ref text, ref draft.Type),
            _ when name.SequenceEqual("display"u8) => PlainObject.TryOnce(ref text, ref draft.Display),
            _ => false,
        };
    }

    public static bool TryIdentifier(ref JsonGlance text, out Identifier? identifier)
    {
        var draft = default((string? System, string? Value, string? Use, CodeableConcept? Type));
        var isRead = PlainObject.TryRead(ref text, Member, ref draft);
        identifier = isRead ? new Identifier { Type = draft.Type, System = draft.System, Value = draft.Value } : null;
        return isRead;

        static bool Member(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref (string? System, string? Value, string? Use, CodeableConcept? Type) draft) => name switch
        {
            _ when name.SequenceEqual("system"u8) => PlainObject.TryOnce(ref text, ref draft.System),
            _ when name.SequenceEqual("value"u8) => PlainObject.TryOnce(ref text, ref draft.Value),
            _ when name.SequenceEqual("type"u8) => PlainObject.TryOnce(ref text, TryConcept, ref draft.Type),
            _ when name.SequenceEqual("use"u8) => PlainObject.TryOnce(ref text, ref draft.Use),
            _ => false,
        };
    }

    public static bool TryName(ref JsonGlance text, out HumanName? humanName)
    {
        var draft = default((string? Family, string? Text, string? Use, string[]? Given, string[]? Prefix, string[]? Suffix));
        var isRead = PlainObject.TryRead(ref text, Member, ref draft);
        humanName = isRead ? new HumanName { Family = draft.Family, Text = draft.Text, Given = draft.Given } : null;
        return isRead;

        static bool Member(
            ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref (string? Family, string? Text, string? Use, string[]? Given, string[]? Prefix, string[]? Suffix) draft) => name switch
            {
                _ when name.SequenceEqual("family"u8) => PlainObject.TryOnce(ref text, ref draft.Family),
                _ when name.SequenceEqual("given"u8) => PlainObject.TryListOnce(ref text, PlainObject.TryText, ref draft.Given),
                _ when name.SequenceEqual("use"u8) => PlainObject.TryOnce(ref text, ref draft.Use),
                _ when name.SequenceEqual("text"u8) => PlainObject.TryOnce(ref text, ref draft.Text),
                _ when name.SequenceEqual("prefix"u8) => PlainObject.TryListOnce(ref text, PlainObject.TryText, ref draft.Prefix),
                _ when name.SequenceEqual("suffix"u8) => PlainObject.TryListOnce(ref text, PlainObject.TryText, ref draft.Suffix),
                _ => false,
            };
    }

    public static bool TryContact(ref JsonGlance text, out ContactPoint? contact)
    {
        var draft = default((string? System, string? Value, string? Use));
        var isRead = PlainObject.TryRead(ref text, Member, ref draft);
        contact = isRead ? new ContactPoint { System = draft.System, Value = draft.Value } : null;
        return isRead;

        static bool Member(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref (string? System, string? Value, string? Use) draft) => name switch
        {
            _ when name.SequenceEqual("system"u8) => PlainObject.TryOnce(ref text, ref draft.System),
            _ when name.SequenceEqual("value"u8) => PlainObject.TryOnce(ref text, ref draft.Value),
            _ when name.SequenceEqual("use"u8) => PlainObject.TryOnce(ref text, ref draft.Use),
            _ => false,
        };
    }

    public static bool TryAddress(ref JsonGlance text, out Address? address)
    {
        var draft = default((string? City, string? PostalCode, string? Country, string? Use, string? Text, string[]? Line));
        var isRead = PlainObject.TryRead(ref text, Member, ref draft);
        address = isRead ? new Address { Line = draft.Line, City = draft.City, PostalCode = draft.PostalCode } : null;
        return isRead;

        static bool Member(
            ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref (string? City, string? PostalCode, string? Country, string? Use, string? Text, string[]? Line) draft) => name switch
            {
                _ when name.SequenceEqual("line"u8) => PlainObject.TryListOnce(ref text, PlainObject.TryText, ref draft.Line),
                _ when name.SequenceEqual("city"u8) => PlainObject.TryOnce(ref text, ref draft.City),
                _ when name.SequenceEqual("postalCode"u8) => PlainObject.TryOnce(ref text, ref draft.PostalCode),
                _ when name.SequenceEqual("country"u8) => PlainObject.TryOnce(ref text, ref draft.Country),
                _ when name.SequenceEqual("use"u8) => PlainObject.TryOnce(ref text, ref draft.Use),
                _ when name.SequenceEqual("text"u8) => PlainObject.TryOnce(ref text, ref draft.Text),
                _ => false,
            };
    }

    private static bool TryConcept(ref JsonGlance text, out CodeableConcept? concept)
    {
        var draft = default((Coding[]? Coding, string? Text));
        var isRead = PlainObject.TryRead(ref text, Member, ref draft);
        concept = isRead ? new CodeableConcept { Coding = draft.Coding, Text = draft.Text } : null;
        return isRead;

        static bool Member(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref (Coding[]? Coding, string? Text) draft) => name switch
        {
            _ when name.SequenceEqual("coding"u8) => PlainObject.TryListOnce(ref text, TryCoding, ref draft.Coding),
            _ when name.SequenceEqual("text"u8) => PlainObject.TryOnce(ref text, ref draft.Text),
            _ => false,
        };
    }

    private static bool TryCoding(ref JsonGlance text, out Coding? coding)
    {
        var draft = default((string? System, string? Code, string? Display));
        var isRead = PlainObject.TryRead(ref text, Member, ref draft);
        coding = isRead ? new Coding { System = draft.System, Code = draft.Code, Display = draft.Display } : null;
        return isRead;

        static bool Member(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref (string? System, string? Code, string? Display) draft) => name switch
        {
            _ when name.SequenceEqual("system"u8) => PlainObject.TryOnce(ref text, ref draft.System),
            _ when name.SequenceEqual("code"u8) => PlainObject.TryOnce(ref text, ref draft.Code),
            _ when name.SequenceEqual("display"u8) => PlainObject.TryOnce(ref text, ref draft.Display),
            _ => false,
        };
    }
}

using System.Formats.Asn1;
using System.Globalization;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Reads one revocation list in DER: complete and direct ones; all others are refused with a sentence. Never throws for what the bytes hold.</summary>
internal static class RevocationListReader
{
    public const int MostBytes = 32 * 1024 * 1024;
    public const int MostEntries = 1_000_000;

    private const AsnEncodingRules Der = AsnEncodingRules.DER;
    private const int YearOfCentury = 2_049;
    private const string DeltaIndicator = "2.5.29.27";
    private const string IssuingDistributionPoint = "2.5.29.28";
    private const string CertificateIssuer = "2.5.29.29";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);

    /// <returns>The list; or null and what is wrong, as the end of a sentence.</returns>
    public static (RevocationList? List, string? Fault) Read(ReadOnlyMemory<byte> der)
    {
        if (der.Length > MostBytes)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"it is longer than {MostBytes} bytes"));
        }

        try
        {
            return ReadList(der);
        }
        catch (AsnContentException)
        {
            return (null, "it is no revocation list");
        }
    }

    private static (RevocationList? List, string? Fault) ReadList(ReadOnlyMemory<byte> der)
    {
        var outer = new AsnReader(der, Der);
        var parts = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        var signed = parts.ReadEncodedValue();
        var algorithm = parts.ReadEncodedValue();
        var signature = parts.ReadBitString(out _);
        parts.ThrowIfNotEmpty();

        var body = new AsnReader(signed, Der).ReadSequence();
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer) && (!body.TryReadInt32(out var version) || version != 1))
        {
            return (null, "it is of a version that is not known");
        }

        if (!body.ReadEncodedValue().Span.SequenceEqual(algorithm.Span))
        {
            return (null, "it names two kinds of signature");
        }

        if (SignatureKind.Read(algorithm) is not { } kind)
        {
            return (null, "its signature is of a kind that is too weak or not known");
        }

        var issuer = body.ReadEncodedValue().ToArray();
        var made = ReadTime(body);
        if (!body.HasData || !IsTime(body.PeekTag()))
        {
            return (null, "it does not say when the next one is due");
        }

        var next = ReadTime(body);
        if (next <= made)
        {
            return (null, "the next one is due before it was made");
        }

        var (serials, entriesFault) = body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)
            ? ReadEntries(body.ReadEncodedValue().Span)
            : ([], null);
        var (scope, scopeFault) = body.HasData ? ReadExtensions(body) : (RevocationScope.Whole, null);
        body.ThrowIfNotEmpty();
        if (entriesFault is not null || scope is null)
        {
            return (null, entriesFault ?? scopeFault);
        }

        Array.Sort(serials);
        return (new RevocationList
        {
            Issuer = issuer,
            ThisUpdate = made,
            NextUpdate = next,
            Scope = scope,
            Serials = serials,
            Signed = signed,
            Signature = signature,
            SignatureKind = kind,
        }, null);
    }

    private static (SerialNumber[] Serials, string? Fault) ReadEntries(ReadOnlySpan<byte> entries)
    {
        AsnDecoder.ReadSequence(entries, Der, out var start, out var length, out _);
        var rest = entries.Slice(start, length);
        var serials = new List<SerialNumber>();
        while (!rest.IsEmpty)
        {
            AsnDecoder.ReadSequence(rest, Der, out var from, out var size, out var used);
            var entry = rest.Slice(from, size);
            rest = rest[used..];
            if (!SerialNumber.TryRead(AsnDecoder.ReadIntegerBytes(entry, Der, out var consumed), out var serial))
            {
                return ([], "it holds a serial number that is longer than any may be");
            }

            entry = entry[consumed..];
            AsnDecoder.ReadEncodedValue(entry, Der, out _, out _, out consumed);
            if (consumed < entry.Length && EntryFault(entry[consumed..]) is { } fault)
            {
                return ([], fault);
            }

            serials.Add(serial);
            if (serials.Count > MostEntries)
            {
                return ([], string.Create(CultureInfo.InvariantCulture, $"it holds more than {MostEntries} entries"));
            }
        }

        return ([.. serials], null);
    }

    private static string? EntryFault(ReadOnlySpan<byte> extensions)
    {
        AsnDecoder.ReadSequence(extensions, Der, out var start, out var length, out _);
        var rest = extensions.Slice(start, length);
        while (!rest.IsEmpty)
        {
            AsnDecoder.ReadSequence(rest, Der, out var from, out var size, out var used);
            var extension = rest.Slice(from, size);
            rest = rest[used..];
            var oid = AsnDecoder.ReadObjectIdentifier(extension, Der, out var consumed);
            if (oid == CertificateIssuer)
            {
                return "it is an indirect list, of certificates of several issuers";
            }

            extension = extension[consumed..];
            if (!extension.IsEmpty && extension[0] == (byte)UniversalTagNumber.Boolean && AsnDecoder.ReadBoolean(extension, Der, out _))
            {
                return "an entry holds a critical extension that is not known";
            }
        }

        return null;
    }

    private static (RevocationScope? Scope, string? Fault) ReadExtensions(AsnReader body)
    {
        var scope = RevocationScope.Whole;
        var extensions = body.ReadSequence(Zero).ReadSequence();
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var oid = extension.ReadObjectIdentifier();
            var critical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
            var value = extension.ReadOctetString();
            if (oid == DeltaIndicator)
            {
                return (null, "it is a delta list, which tells changes only");
            }

            if (oid == IssuingDistributionPoint)
            {
                var (told, fault) = RevocationScope.Read(value);
                if (told is null)
                {
                    return (null, fault);
                }

                scope = told;
            }
            else if (critical)
            {
                return (null, $"it holds a critical extension that is not known ({oid})");
            }
        }

        return (scope, null);
    }

    private static bool IsTime(Asn1Tag tag) => tag.HasSameClassAndValue(Asn1Tag.UtcTime) || tag.HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime(YearOfCentury) : reader.ReadGeneralizedTime();
}

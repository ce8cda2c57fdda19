using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>Reads a revocation list, PEM or DER. One that says less than it seems to (a delta, an indirect list, an unknown critical extension) is refused.</summary>
internal static class RevocationListReader
{
    private const string NotOne = "Not a readable revocation list (X509 CRL, PEM or DER).";
    private const string DeltaIndicator = "2.5.29.27";
    private const string IssuingPoint = "2.5.29.28";
    private static readonly string[] Algorithms =
    [
        "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
    ];

    public static (RevocationList? List, string? Fault) Read(byte[] file)
    {
        try
        {
            return ReadDer(Der(file));
        }
        catch (Exception malformed) when (malformed is AsnContentException or FormatException or CryptographicException)
        {
            return (null, NotOne);
        }
    }

    private static byte[] Der(byte[] file)
    {
        if (file.Length > 0 && file[0] == 0x30)
        {
            return file;
        }

        var text = Encoding.ASCII.GetString(file);
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            if (rest[fields.Label] is "X509 CRL")
            {
                return Convert.FromBase64String(rest[fields.Base64Data].ToString());
            }
        }

        throw new FormatException(NotOne);
    }

    private static (RevocationList? List, string? Fault) ReadDer(byte[] der)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        var signed = whole.PeekEncodedValue().ToArray();
        var body = whole.ReadSequence();
        var algorithm = whole.ReadSequence().ReadObjectIdentifier();
        var signature = whole.ReadBitString(out _);
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            _ = body.ReadInteger();
        }

        if (body.ReadSequence().ReadObjectIdentifier() != algorithm || !Algorithms.Contains(algorithm))
        {
            return (null, "The list is signed in a way that is not accepted; RSA (PKCS#1) or an elliptic curve with SHA-256, SHA-384 or SHA-512 is.");
        }

        var issuer = body.ReadEncodedValue().ToArray();
        var thisUpdate = ReadTime(body);
        if (!body.HasData || !IsTime(body.PeekTag()))
        {
            return (null, "The list does not say when the next one is due.");
        }

        var nextUpdate = ReadTime(body);
        var serials = body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? ReadSerials(body.ReadSequence()) : [];
        var (ofAuthorities, fault) = body.HasData ? ReadExtensions(body.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence()) : (null, null);
        return fault is not null
            ? (null, fault)
            : (new RevocationList
            {
                Issuer = issuer,
                ThisUpdate = thisUpdate,
                NextUpdate = nextUpdate,
                Serials = serials,
                OfAuthorities = ofAuthorities,
                Signed = signed,
                Signature = signature,
                Algorithm = algorithm,
            }, null);
    }

    private static HashSet<string> ReadSerials(AsnReader entries)
    {
        var serials = new HashSet<string>(StringComparer.Ordinal);
        while (entries.HasData)
        {
            serials.Add(Convert.ToHexString(entries.ReadSequence().ReadIntegerBytes().Span.TrimStart((byte)0)));
        }

        return serials;
    }

    private static (bool? OfAuthorities, string? Fault) ReadExtensions(AsnReader extensions)
    {
        bool? ofAuthorities = null;
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var name = extension.ReadObjectIdentifier();
            var isCritical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
            if (name == IssuingPoint)
            {
                (ofAuthorities, var isPartial) = ReadPoint(new AsnReader(extension.ReadOctetString(), AsnEncodingRules.DER).ReadSequence());
                if (isPartial)
                {
                    return (null, "The list is indirect or tells some reasons only; a whole list of one authority is needed.");
                }
            }
            else if (name == DeltaIndicator)
            {
                return (null, "The list tells only what changed since another; a whole list is needed.");
            }
            else if (isCritical)
            {
                return (null, $"The list has a critical extension that is not known ({name}).");
            }
        }

        return (ofAuthorities, null);
    }

    private static (bool? OfAuthorities, bool IsPartial) ReadPoint(AsnReader point)
    {
        bool? ofAuthorities = null;
        var isPartial = false;
        while (point.HasData)
        {
            var tag = point.PeekTag();
            switch (tag.TagValue)
            {
                case 1 when point.ReadBoolean(tag):
                    ofAuthorities = false;
                    break;
                case 2 when point.ReadBoolean(tag):
                    ofAuthorities = true;
                    break;
                case 3 or 4 or 5:
                    isPartial = true;
                    _ = point.ReadEncodedValue();
                    break;
                case 0:
                    _ = point.ReadEncodedValue();
                    break;
            }
        }

        return (ofAuthorities, isPartial);
    }

    private static bool IsTime(Asn1Tag tag) => tag.HasSameClassAndValue(Asn1Tag.UtcTime) || tag.HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}

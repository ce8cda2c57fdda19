using System.Formats.Asn1;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>What a distinguished name says of whom it names. Read from its bytes: texts of a name can be written in many ways, bytes in one.</summary>
/// <param name="CommonNames">Every common name, in the order of the name.</param>
/// <param name="Units">Every organizational unit.</param>
internal sealed record SubjectName(IReadOnlyList<string> CommonNames, IReadOnlyList<string> Units)
{
    /// <summary>Most attributes of one name; a longer one is not read.</summary>
    public const int MostAttributes = 64;

    /// <summary>Most bytes of one value.</summary>
    public const int LongestValue = 1_024;

    private const string CommonNameOid = "2.5.4.3";
    private const string UnitOid = "2.5.4.11";

    /// <summary>The one common name; null when there is none or there are several, of which none may be picked.</summary>
    public string? CommonName => CommonNames.Count == 1 ? CommonNames[0] : null;

    /// <param name="name">A name in DER.</param>
    /// <returns>Null when it cannot be read, or holds a common name or unit that is no text.</returns>
    public static SubjectName? Read(ReadOnlyMemory<byte> name)
    {
        try
        {
            var reader = new AsnReader(name, AsnEncodingRules.DER);
            var parts = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var (names, units) = (new List<string>(), new List<string>());
            for (var count = 0; parts.HasData;)
            {
                // One part may hold several attributes.
                var part = parts.ReadSetOf(skipSortOrderValidation: true);
                while (part.HasData)
                {
                    if (++count > MostAttributes)
                    {
                        return null;
                    }

                    ReadAttribute(part.ReadSequence(), names, units);
                }
            }

            return new SubjectName(names, units);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static void ReadAttribute(AsnReader attribute, List<string> names, List<string> units)
    {
        var type = attribute.ReadObjectIdentifier();
        if (type == CommonNameOid)
        {
            names.Add(ReadText(attribute));
        }
        else if (type == UnitOid)
        {
            units.Add(ReadText(attribute));
        }
        else
        {
            attribute.ReadEncodedValue();
        }

        attribute.ThrowIfNotEmpty();
    }

    private static string ReadText(AsnReader value)
    {
        var tag = value.PeekTag();
        if (tag.TagClass != TagClass.Universal || value.PeekContentBytes().Length > LongestValue)
        {
            throw new AsnContentException();
        }

        return (UniversalTagNumber)tag.TagValue switch
        {
            UniversalTagNumber.UTF8String => value.ReadCharacterString(UniversalTagNumber.UTF8String),
            UniversalTagNumber.PrintableString => value.ReadCharacterString(UniversalTagNumber.PrintableString),
            UniversalTagNumber.IA5String => value.ReadCharacterString(UniversalTagNumber.IA5String),
            UniversalTagNumber.NumericString => value.ReadCharacterString(UniversalTagNumber.NumericString),
            UniversalTagNumber.T61String => value.ReadCharacterString(UniversalTagNumber.T61String),
            UniversalTagNumber.BMPString => value.ReadCharacterString(UniversalTagNumber.BMPString),
            _ => throw new AsnContentException(),
        };
    }
}

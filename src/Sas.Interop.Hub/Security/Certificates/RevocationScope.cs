using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Which certificates of its issuer a revocation list tells of.</summary>
/// <param name="Users">Whether certificates that are no authority's are in it.</param>
/// <param name="Authorities">Whether certificates of authorities are in it.</param>
/// <param name="Places">Addresses of the part that the list is; empty when it is the whole.</param>
internal sealed record RevocationScope(bool Users, bool Authorities, IReadOnlyList<string> Places)
{
    private const string DistributionPoints = "2.5.29.31";
    private const int MostPlaces = 32;

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);

    public static RevocationScope Whole { get; } = new(true, true, []);

    /// <summary>Whether a certificate that is not on the list is known to be good by it.</summary>
    public bool Covers(X509Certificate2 certificate)
    {
        var isAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault() is { CertificateAuthority: true };
        return (isAuthority ? Authorities : Users) && (Places.Count == 0 || PlacesOf(certificate).Intersect(Places, StringComparer.Ordinal).Any());
    }

    /// <summary>Reads the extension that says what a list is of.</summary>
    /// <returns>The scope; or null and what is wrong with it.</returns>
    /// <exception cref="AsnContentException">The extension is malformed.</exception>
    public static (RevocationScope? Scope, string? Fault) Read(ReadOnlyMemory<byte> extension)
    {
        var reader = new AsnReader(extension, AsnEncodingRules.DER);
        var parts = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var (users, authorities) = (true, true);
        List<string> places = [];
        while (parts.HasData)
        {
            var tag = parts.PeekTag();
            switch (tag.TagValue)
            {
                case 0:
                    places = ReadName(parts.ReadSequence(tag));
                    if (places.Count == 0)
                    {
                        return (null, "it is of a part that is not named by an address");
                    }

                    break;
                case 1:
                    authorities = !parts.ReadBoolean(tag);
                    break;
                case 2:
                    users = !parts.ReadBoolean(tag);
                    break;
                case 4 when parts.ReadBoolean(tag):
                    return (null, "it is an indirect list, of certificates of several issuers");
                case 5 when parts.ReadBoolean(tag):
                    return (null, "it is of attribute certificates only");
                case 3:
                    return (null, "it is of some reasons only");
                case 4 or 5:
                    break;
                default:
                    return (null, "it says of what it is in a way that is not known");
            }
        }

        return (new RevocationScope(users, authorities, places), null);
    }

    private static List<string> PlacesOf(X509Certificate2 certificate)
    {
        if (certificate.Extensions[DistributionPoints] is not { } extension)
        {
            return [];
        }

        try
        {
            var places = new List<string>();
            var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (points.HasData && places.Count < MostPlaces)
            {
                var point = points.ReadSequence();
                if (point.HasData && point.PeekTag().HasSameClassAndValue(Zero))
                {
                    places.AddRange(ReadName(point.ReadSequence(Zero)));
                }
            }

            return places;
        }
        catch (AsnContentException)
        {
            // A certificate whose list cannot be told is covered by none that is a part.
            return [];
        }
    }

    private static List<string> ReadName(AsnReader name)
    {
        var places = new List<string>();
        if (name.PeekTag().HasSameClassAndValue(Zero))
        {
            var names = name.ReadSequence(Zero);
            while (names.HasData)
            {
                if (names.PeekTag().HasSameClassAndValue(Uri))
                {
                    places.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, Uri));
                }
                else
                {
                    names.ReadEncodedValue();
                }

                if (places.Count > MostPlaces)
                {
                    throw new AsnContentException();
                }
            }
        }

        return places;
    }
}

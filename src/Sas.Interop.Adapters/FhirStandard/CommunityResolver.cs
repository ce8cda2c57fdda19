using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Follows a slot's reference to the CPTS behind it: HealthcareService, then the Organization that provides it (CONTRACT §5.7, §5.8).</summary>
internal sealed class CommunityResolver(BundleLinks links)
{
    private readonly Dictionary<(string? Root, string Reference), Cpts?> _known = [];

    public Cpts? Resolve(string? root, string reference)
    {
        if (!_known.TryGetValue((root, reference), out var community))
        {
            community = Follow(root, reference);
            _known.Add((root, reference), community);
        }

        return community;
    }

    private Cpts? Follow(string? root, string reference)
    {
        if (links.Find(reference, root) is not { Resource: HealthcareService service } node
            || links.Find(service.ProvidedBy?.Reference, node.Root)?.Resource is not Organization organization
            || IdentifierReader.Community(organization) is not { } finess)
        {
            return null;
        }

        return new Cpts(finess, SasCodes.Text(organization.Name), PlaceMapper.Phone(organization.Telecom));
    }
}

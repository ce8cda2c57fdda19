namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>One instance a distinct kind, and one a distinct booking address, over all pages of one search.</summary>
internal sealed class KindTable
{
    private readonly Dictionary<DraftKind, DraftKind> _kinds = [];
    private readonly Dictionary<string, Uri?> _addresses = new(StringComparer.Ordinal);

    public DraftKind Share(DraftKind kind)
    {
        if (_kinds.TryGetValue(kind, out var shared))
        {
            return shared;
        }

        _kinds.Add(kind, kind);
        return kind;
    }

    public Uri? Address(string? comment)
    {
        if (comment is null)
        {
            return null;
        }

        if (!_addresses.TryGetValue(comment, out var address))
        {
            address = BookingAddress.Read(comment);
            _addresses.Add(comment, address);
        }

        return address;
    }
}

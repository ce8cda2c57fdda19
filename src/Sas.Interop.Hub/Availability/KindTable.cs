using System.Text;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Availability;

/// <summary>Brings the kinds that an adapter tells of one schedule into the form of the index. Adapters share instances, so most look-ups end at the reference.</summary>
internal sealed class KindTable(KindPool pool, IReadOnlyList<Specialty> ownerSpecialties, PageGate pages)
{
    private readonly Dictionary<SlotKind, int> _numbers = [];
    private readonly LaneKindTable _kinds = new();
    private SlotKind? _last;
    private int _lastNumber;
    private Uri? _lastUrl;
    private byte[]? _lastPage;

    public int Number(SlotKind kind)
    {
        if (ReferenceEquals(kind, _last))
        {
            return _lastNumber;
        }

        if (!_numbers.TryGetValue(kind, out var number))
        {
            number = _kinds.Number(ToLaneKind(kind));
            _numbers.Add(kind, number);
        }

        (_last, _lastNumber) = (kind, number);
        return number;
    }

    public LaneKind[] ToArray() => _kinds.ToArray();

    private LaneKind ToLaneKind(SlotKind kind)
    {
        var normal = SnapshotNormalizer.Normalize(kind);
        var specialties = normal.Specialties.Count == 0 ? ownerSpecialties : normal.Specialties;
        return new LaneKind(pool.Share(normal with { BookingUrl = null, Specialties = specialties }), Page(pages.Admit(normal.BookingUrl)));
    }

    private byte[]? Page(Uri? url)
    {
        if (url is null)
        {
            return null;
        }

        if (_lastPage is null || url != _lastUrl)
        {
            (_lastUrl, _lastPage) = (url, Encoding.UTF8.GetBytes(KindRenderer.Escape(BookingPage.Of(url))));
        }

        return _lastPage;
    }
}

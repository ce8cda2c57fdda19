using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>Numbers what comes again in a block. Texts are numbered from 1: 0 says that there is none.</summary>
internal sealed class BlockTables
{
    private readonly Dictionary<string, int> _textNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<SavedVendor, int> _vendorNumbers = [];
    private readonly Dictionary<SlotKind, int> _kindNumbers = [];
    private readonly PayloadWriter _texts = new();
    private readonly PayloadWriter _vendors = new();
    private readonly PayloadWriter _kinds = new();

    public int Length => _texts.Length + _vendors.Length + _kinds.Length;

    public int Number(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        if (!_textNumbers.TryGetValue(text, out var number))
        {
            number = _textNumbers.Count + 1;
            _textNumbers.Add(text, number);
            _texts.Text(text);
        }

        return number;
    }

    public int Number(SavedVendor vendor)
    {
        if (!_vendorNumbers.TryGetValue(vendor, out var number))
        {
            number = _vendorNumbers.Count;
            _vendorNumbers.Add(vendor, number);
            _vendors.Number(Number(vendor.Id));
            _vendors.Number(Number(vendor.Source));
            _vendors.Number((ulong)vendor.StaleAfter.Ticks);
            _vendors.Number((ulong)vendor.DropAfter.Ticks);
            _vendors.Number((ulong)vendor.EmptyRunGuard.Ticks);
        }

        return number;
    }

    public int Number(SlotKind kind)
    {
        if (!_kindNumbers.TryGetValue(kind, out var number))
        {
            number = _kindNumbers.Count;
            _kindNumbers.Add(kind, number);
            Write(kind);
        }

        return number;
    }

    public void WriteTo(PayloadWriter payload)
    {
        payload.Number(_textNumbers.Count);
        payload.Bytes(_texts.Written);
        payload.Number(_vendorNumbers.Count);
        payload.Bytes(_vendors.Written);
        payload.Number(_kindNumbers.Count);
        payload.Bytes(_kinds.Written);
    }

    public void Clear()
    {
        _textNumbers.Clear();
        _vendorNumbers.Clear();
        _kindNumbers.Clear();
        _texts.Clear();
        _vendors.Clear();
        _kinds.Clear();
    }

    private void Write(SlotKind kind)
    {
        _kinds.Byte((byte)kind.Types);
        _kinds.Byte((byte)kind.Consultations);
        _kinds.Byte((byte)kind.Mode);
        _kinds.Number(kind.Reasons.Count);
        foreach (var reason in kind.Reasons)
        {
            _kinds.Number(Number(reason));
        }

        _kinds.Number(kind.Specialties.Count);
        foreach (var specialty in kind.Specialties)
        {
            _kinds.Number(Number(specialty.Code));
            _kinds.Number(Number(specialty.Text));
        }

        _kinds.Number(kind.Communities.Count);
        foreach (var community in kind.Communities)
        {
            _kinds.Number(Number(community.Finess));
            _kinds.Number(Number(community.Name));
            _kinds.Number(Number(community.Phone));
        }
    }
}

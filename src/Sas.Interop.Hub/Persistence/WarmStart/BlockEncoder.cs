using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>Makes the payload of one block after the other; texts, vendors and kinds that come again in a block are written once.</summary>
internal sealed class BlockEncoder
{
    private readonly BlockTables _tables = new();
    private readonly PayloadWriter _body = new();
    private readonly PayloadWriter _payload = new();

    public uint Owners { get; private set; }

    public long Lanes { get; private set; }

    public long Slots { get; private set; }

    /// <summary>Bytes so far.</summary>
    public int Length => _body.Length + _tables.Length;

    public void Add(SavedOwner owner)
    {
        Owners++;
        Lanes += owner.Lanes.Count;
        Span<char> key = stackalloc char[OwnerKey.MaxLength];
        _body.Byte((byte)owner.Owner.Kind);
        _body.Text(key[..owner.Owner.Format(key)]);
        _body.Instant(owner.ChangedAt);
        _body.Number(owner.Lanes.Count);
        OwnerDetails? told = null;
        foreach (var lane in owner.Lanes)
        {
            Add(lane, told);
            told = lane.Owner ?? told;
        }

        _body.Number(owner.Sightings.Count);
        foreach (var sighting in owner.Sightings)
        {
            _body.Number(_tables.Number(sighting.Vendor));
            _body.Number(_tables.Number(sighting.PlaceKey));
            _body.Instant(sighting.SeenAt);
        }
    }

    /// <summary>The payload; good until <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        _payload.Clear();
        _tables.WriteTo(_payload);
        _payload.Bytes(_body.Written);
        return _payload.WrittenMemory;
    }

    public void Clear()
    {
        _tables.Clear();
        _body.Clear();
        (Owners, Lanes, Slots) = (0, 0, 0);
    }

    private void Add(SavedLane lane, OwnerDetails? told)
    {
        _body.Number(_tables.Number(lane.Vendor));
        Add(lane.Place);
        Add(lane.Owner, told);
        _body.Instant(lane.SeenAt);
        _body.Byte(lane.DataTime is null ? (byte)0 : (byte)1);
        if (lane.DataTime is { } made)
        {
            _body.Instant(made);
        }

        Add(lane.Kinds);
        _body.Number(lane.Slots.Length / WarmStartFormat.SlotBytes);
        _body.Bytes(lane.Slots.Span);
        Slots += lane.Slots.Length / WarmStartFormat.SlotBytes;
    }

    private void Add(PlaceDetails place)
    {
        _body.Number(_tables.Number(place.Key));
        _body.Number(_tables.Number(place.StructureId));
        _body.Number(_tables.Number(place.IdentifierSystem));
        _body.Number(_tables.Number(place.IdentifierValue));
        _body.Number(_tables.Number(place.Name));
        _body.Number(_tables.Number(place.Line));
        _body.Number(_tables.Number(place.City));
        _body.Number(_tables.Number(place.PostalCode));
        _body.Number(_tables.Number(place.Phone));
        _body.Number(_tables.Number(place.TimeZone));
    }

    // Most lanes of an owner are told by one vendor, with one and the same name.
    private void Add(OwnerDetails? owner, OwnerDetails? told)
    {
        _body.Byte(owner is null ? (byte)0 : ReferenceEquals(owner, told) ? (byte)2 : (byte)1);
        if (owner is null || ReferenceEquals(owner, told))
        {
            return;
        }

        _body.Number(_tables.Number(owner.Family));
        _body.Number(owner.Given.Count);
        foreach (var given in owner.Given)
        {
            _body.Number(_tables.Number(given));
        }

        _body.Number(_tables.Number(owner.Phone));
    }

    private void Add(IReadOnlyList<SavedKind> kinds)
    {
        var pages = new List<byte[]>();
        _body.Number(kinds.Count);
        foreach (var kind in kinds)
        {
            _body.Number(_tables.Number(kind.Kind));
            var page = kind.Page is null ? -1 : pages.FindIndex(known => known.AsSpan().SequenceEqual(kind.Page));
            if (kind.Page is null || page >= 0)
            {
                _body.Number(page + 1);
                continue;
            }

            // A number that is not taken yet says that the page follows.
            pages.Add(kind.Page);
            _body.Number(pages.Count);
            _body.Number(kind.Page.Length);
            _body.Bytes(kind.Page);
        }
    }
}

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>Reads the owners of one payload. Counts, numbers and texts are checked; what the slots mean is for the index to judge.</summary>
internal static class BlockDecoder
{
    private const int LeastOwner = 12;
    private const int LeastLane = 22;
    private const int LeastSighting = 10;

    /// <summary>Hands over one owner after the other.</summary>
    /// <param name="payload">The payload, whose checksum was right.</param>
    /// <param name="owners">How many owners it must hold.</param>
    /// <param name="take">Takes an owner, whose slots are good during the call; false refuses it.</param>
    /// <returns>Whether everything was as it must be.</returns>
    public static bool Read(ReadOnlyMemory<byte> payload, uint owners, Func<SavedOwner, bool> take)
    {
        if (owners > payload.Length / LeastOwner)
        {
            return false;
        }

        var from = new PayloadReader(payload);
        var tables = new TablesDecoder(ref from);
        for (var i = 0u; i < owners; i++)
        {
            var owner = ReadOwner(ref from, tables);
            if (owner is null || !take(owner))
            {
                return false;
            }
        }

        return from.IsSpent;
    }

    private static SavedOwner? ReadOwner(ref PayloadReader from, TablesDecoder tables)
    {
        var kind = (OwnerKind)from.Byte();
        if (!Enum.IsDefined(kind) || !OwnerKey.TryCreate(kind, from.Text(), out var key))
        {
            return null;
        }

        var changedAt = from.Instant();
        var lanes = new SavedLane[from.Count(LeastLane)];
        OwnerDetails? told = null;
        for (var i = 0; i < lanes.Length && !from.Failed; i++)
        {
            lanes[i] = ReadLane(ref from, tables, told);
            told = lanes[i].Owner ?? told;
        }

        var sightings = new SavedSighting[from.Count(LeastSighting)];
        for (var i = 0; i < sightings.Length; i++)
        {
            sightings[i] = new SavedSighting(tables.Vendor(ref from), tables.TextOrNull(ref from), from.Instant());
        }

        return from.Failed ? null : new SavedOwner(key, changedAt, lanes, sightings);
    }

    private static SavedLane ReadLane(ref PayloadReader from, TablesDecoder tables, OwnerDetails? told)
    {
        var vendor = tables.Vendor(ref from);
        var place = ReadPlace(ref from, tables);
        var owner = ReadDetails(ref from, tables, told);
        var seenAt = from.Instant();
        DateTimeOffset? dataTime = from.Byte() switch { 0 => null, _ => from.Instant() };
        var kinds = ReadKinds(ref from, tables);
        var slots = from.Slice(from.Count(WarmStartFormat.SlotBytes) * WarmStartFormat.SlotBytes);
        return new SavedLane { Vendor = vendor, Place = place, Owner = owner, SeenAt = seenAt, DataTime = dataTime, Kinds = kinds, Slots = slots };
    }

    private static PlaceDetails ReadPlace(ref PayloadReader from, TablesDecoder tables) => new()
    {
        Key = tables.Text(ref from),
        StructureId = tables.TextOrNull(ref from),
        IdentifierSystem = tables.TextOrNull(ref from),
        IdentifierValue = tables.TextOrNull(ref from),
        Name = tables.TextOrNull(ref from),
        Line = tables.TextOrNull(ref from),
        City = tables.TextOrNull(ref from),
        PostalCode = tables.TextOrNull(ref from),
        Phone = tables.TextOrNull(ref from),
        TimeZone = tables.TextOrNull(ref from),
    };

    private static OwnerDetails? ReadDetails(ref PayloadReader from, TablesDecoder tables, OwnerDetails? told)
    {
        var form = from.Byte();
        if (form == 0)
        {
            return null;
        }

        if (form == 2 && told is not null)
        {
            return told;
        }

        if (form != 1)
        {
            from.Fail();
        }

        var family = tables.TextOrNull(ref from);
        var given = new string[from.Count(bytesEach: 1)];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = tables.Text(ref from);
        }

        return new OwnerDetails(family, given, tables.TextOrNull(ref from));
    }

    private static SavedKind[] ReadKinds(ref PayloadReader from, TablesDecoder tables)
    {
        var pages = new List<byte[]>();
        var kinds = new SavedKind[from.Count(bytesEach: 2)];
        for (var i = 0; i < kinds.Length; i++)
        {
            var kind = tables.Kind(ref from);
            var page = from.Index(pages.Count + 2);
            if (page > pages.Count)
            {
                pages.Add(from.Bytes(from.Count(bytesEach: 1)).ToArray());
            }

            kinds[i] = new SavedKind(kind, page == 0 || from.Failed ? null : pages[page - 1]);
        }

        return kinds;
    }
}

using System.Runtime.CompilerServices;

using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>Finds the kind of a slot by the parts that make it.</summary>
internal sealed class SlotKindTable(KindTable kinds)
{
    private readonly Dictionary<SlotKindParts, DraftKind> _known = [];
    private readonly Dictionary<SlotKindParts, DraftKind> _withoutComment = [];
    private SlotKindParts _lastParts;
    private DraftKind? _last;

    public DraftKind Find(in SlotKindParts parts)
    {
        if (_last is { } same && parts.Equals(_lastParts))
        {
            return same;
        }

        if (!_known.TryGetValue(parts, out var kind))
        {
            kind = Read(parts);
            _known.Add(parts, kind);
        }

        (_lastParts, _last) = (parts, kind);
        return kind;
    }

    /// <summary>Addresses differ from agenda to agenda, the rest hardly does: it is read once for all addresses.</summary>
    private DraftKind Read(in SlotKindParts parts)
    {
        var rest = parts with { Comment = null };
        if (!_withoutComment.TryGetValue(rest, out var kind))
        {
            kind = SlotKindReader.Read(rest.ToSlot(), kinds);
            _withoutComment.Add(rest, kind);
        }

        return kinds.Address(parts.Comment) is { } address ? kinds.Share(kind with { Kind = kind.Kind with { BookingUrl = address } }) : kind;
    }
}

/// <summary>The members of a slot that its kind depends on, each as a slot that holds it alone, and the comment.</summary>
internal readonly record struct SlotKindParts(Slot? Meta, Slot? ServiceType, Slot? Specialty, Slot? AppointmentType, string? Comment)
{
    // Parts are shared by their bytes: identity is enough and cheap, and two instances of one part only make the work twice.
    public bool Equals(SlotKindParts other) =>
        ReferenceEquals(Meta, other.Meta) && ReferenceEquals(ServiceType, other.ServiceType) && ReferenceEquals(Specialty, other.Specialty)
        && ReferenceEquals(AppointmentType, other.AppointmentType) && ReferenceEquals(Comment, other.Comment);

    public override int GetHashCode() =>
        ((((RuntimeHelpers.GetHashCode(Meta) * 31) + RuntimeHelpers.GetHashCode(ServiceType)) * 31) + RuntimeHelpers.GetHashCode(Specialty)) * 31
        + RuntimeHelpers.GetHashCode(Comment);

    public Slot ToSlot() => new()
    {
        Meta = Meta?.Meta,
        ServiceType = ServiceType?.ServiceType,
        Specialty = Specialty?.Specialty,
        AppointmentType = AppointmentType?.AppointmentType,
        Comment = Comment,
    };
}

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>A kind of slot in one lane: what it shares with other lanes, and the booking page, which is the lane's own.</summary>
/// <param name="shared">One instance for equal content.</param>
/// <param name="page">The address to book on as it goes into JSON, escaped; null when there is none.</param>
internal readonly struct LaneKind(SharedKind shared, byte[]? page) : IEquatable<LaneKind>
{
    public SharedKind Shared => shared;

    public byte[]? Page => page;

    /// <summary>Whether a regulator can book it: an appointment is needed, and there is a page to make it on.</summary>
    public bool IsBookable => page is not null && shared.Kind.Mode != BookingMode.WalkIn;

    public bool Equals(LaneKind other) =>
        ReferenceEquals(shared, other.Shared) && page.AsSpan().SequenceEqual(other.Page) && page is null == other.Page is null;

    public override bool Equals(object? obj) => obj is LaneKind other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(shared);
        hash.AddBytes(page);
        return hash.ToHashCode();
    }
}

namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>By what a vendor tells the order of its own notices of one appointment, as far as it does. They are the vendor's, not those of the resource that is served.</summary>
/// <param name="Version">The vendor's <c>meta.versionId</c> where it is a number.</param>
/// <param name="UpdatedAt">The vendor's <c>meta.lastUpdated</c>.</param>
/// <param name="CreatedAt">When the booking was made, where it is told to the second.</param>
internal readonly record struct OrderMarks(long? Version, DateTimeOffset? UpdatedAt, DateTimeOffset? CreatedAt)
{
    /// <summary>Compares by the first mark that both have, in the order of the parameters.</summary>
    /// <returns>Below zero when this is older; zero when it is as old, or nothing tells.</returns>
    public int CompareTo(OrderMarks other) =>
        Version is { } version && other.Version is { } otherVersion ? version.CompareTo(otherVersion)
        : UpdatedAt is { } updated && other.UpdatedAt is { } otherUpdated ? updated.CompareTo(otherUpdated)
        : CreatedAt is { } created && other.CreatedAt is { } otherCreated ? created.CompareTo(otherCreated)
        : 0;

    /// <summary>What is known of the order after this notice: a mark that it does not tell stays as it was.</summary>
    public OrderMarks Over(OrderMarks before) => new(Version ?? before.Version, UpdatedAt ?? before.UpdatedAt, CreatedAt ?? before.CreatedAt);
}

namespace Sas.Interop.Adapters.Valwin;

/// <summary>What can be booked at one time: services in a fixed order, and the pharmacy's site. Equal by content.</summary>
internal sealed class ValwinOffer(IReadOnlyList<ValwinType> types, string? website) : IEquatable<ValwinOffer>
{
    public IReadOnlyList<ValwinType> Types { get; } = types;

    public string? Website { get; } = website;

    /// <summary>Items without id and label say nothing and are left out; the order is by label so that it does not depend on the vendor's.</summary>
    public static ValwinOffer Of(IReadOnlyList<ValwinType?>? types, string? website)
    {
        var known = new List<ValwinType>();
        foreach (var type in types ?? [])
        {
            var label = string.IsNullOrWhiteSpace(type?.Label) ? null : type.Label.Trim();
            if (type is not null && (type.Id is not null || label is not null))
            {
                known.Add(type with { Label = label });
            }
        }

        return new ValwinOffer(Sorted(known), website);
    }

    public ValwinOffer Join(ValwinOffer other) =>
        Equals(other)
            ? this
            : new ValwinOffer(Sorted([.. Types, .. other.Types]), string.CompareOrdinal(Website, other.Website) >= 0 ? Website : other.Website);

    public bool Equals(ValwinOffer? other) =>
        other is not null && string.Equals(Website, other.Website, StringComparison.Ordinal) && Types.SequenceEqual(other.Types);

    public override bool Equals(object? obj) => Equals(obj as ValwinOffer);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Website, StringComparer.Ordinal);
        foreach (var type in Types)
        {
            hash.Add(type);
        }

        return hash.ToHashCode();
    }

    private static List<ValwinType> Sorted(List<ValwinType> types) =>
        types.Count < 2
            ? types
            : [.. types.Distinct().OrderBy(static type => type.Label, StringComparer.Ordinal).ThenBy(static type => type.Id, StringComparer.Ordinal)];
}

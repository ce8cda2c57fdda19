using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Which orientations are wanted; what is null does not narrow.</summary>
internal sealed record OrientationFilter
{
    /// <summary>Created then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Created before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Changed then or later.</summary>
    public DateTimeOffset? ChangedFrom { get; init; }

    /// <summary>Changed before.</summary>
    public DateTimeOffset? ChangedTo { get; init; }

    public string? Id { get; init; }

    public string? Territory { get; init; }

    /// <summary>One of <see cref="Counties"/>.</summary>
    public string? County { get; init; }

    public string? VendorId { get; init; }

    /// <summary>The vendor that asks, which finds its own only; null for callers that may see those of all.</summary>
    public string? OnlyVendorId { get; init; }

    /// <summary>Prefixed national identifier.</summary>
    public string? Owner { get; init; }

    public string? RegulatorSystem { get; init; }

    public string? RegulatorValue { get; init; }

    public OrientationKind? Kind { get; init; }

    /// <summary>One of these states.</summary>
    public IReadOnlyList<OrientationState>? States { get; init; }

    public IQueryable<OrientationRow> Apply(IQueryable<OrientationRow> rows)
    {
        rows = OfTime(rows);
        rows = Id is { } id ? rows.Where(row => row.Id == id) : rows;
        rows = Territory is { } territory ? rows.Where(row => row.Territory == territory) : rows;
        rows = County is { } county ? OfCounty(rows, county) : rows;
        rows = VendorId is { } vendorId ? rows.Where(row => row.VendorId == vendorId) : rows;
        rows = OnlyVendorId is { } only ? rows.Where(row => row.VendorId == only) : rows;
        rows = Owner is { } owner ? rows.Where(row => row.Owner == owner) : rows;
        rows = RegulatorSystem is { } system ? rows.Where(row => row.RegulatorSystem == system) : rows;
        rows = RegulatorValue is { } value ? rows.Where(row => row.RegulatorValue == value) : rows;
        if (Kind?.ToString() is { } kind)
        {
            rows = rows.Where(row => row.Kind == kind);
        }

        if (States is { } states)
        {
            var names = states.Select(static state => state.ToString()).ToList();
            rows = rows.Where(row => names.Contains(row.State));
        }

        return rows;
    }

    private IQueryable<OrientationRow> OfTime(IQueryable<OrientationRow> rows)
    {
        rows = From is { } from ? rows.Where(row => row.CreatedAt >= from) : rows;
        rows = To is { } to ? rows.Where(row => row.CreatedAt < to) : rows;
        rows = ChangedFrom is { } changedFrom ? rows.Where(row => row.ChangedAt >= changedFrom) : rows;
        return ChangedTo is { } changedTo ? rows.Where(row => row.ChangedAt < changedTo) : rows;
    }

    private static IQueryable<OrientationRow> OfCounty(IQueryable<OrientationRow> rows, string county) => county switch
    {
        "2A" => rows.Where(static row => EF.Functions.Like(row.PostalCode, "200%") || EF.Functions.Like(row.PostalCode, "201%")),
        "2B" => rows.Where(static row => EF.Functions.Like(row.PostalCode, "20%") && !EF.Functions.Like(row.PostalCode, "200%") && !EF.Functions.Like(row.PostalCode, "201%")),
        _ => rows.Where(row => EF.Functions.Like(row.PostalCode, county + "%")),
    };
}

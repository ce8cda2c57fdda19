using System.Globalization;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Preferences;

namespace Sas.Interop.Hub.Orientations;

/// <summary>The parameters of a call, read one by one; the first that is wrong is told.</summary>
internal sealed class OrientationQuery
{
    public const int UsualCount = 100;
    public const int MostCount = 250;
    private readonly IQueryCollection _query;

    private OrientationQuery(IQueryCollection query) => _query = query;

    public OrientationFilter Filter { get; private set; } = new();

    public int Count { get; private set; } = UsualCount;

    public ApiError? Error { get; private set; }

    public static OrientationQuery Read(HttpRequest request)
    {
        var query = new OrientationQuery(request.Query);
        query.ReadTimes();
        query.ReadCodes();
        query.ReadWho();
        query.ReadKinds();
        if (query.Text("count") is { } text)
        {
            var isCount = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostCount;
            query.Count = isCount ? count : query.Wrong("count", string.Create(CultureInfo.InvariantCulture, $"Must be a number from 1 to {MostCount}."), UsualCount);
        }

        return query;
    }

    /// <summary>Leaves only what is this vendor's, whatever else was asked for; null leaves all.</summary>
    public void Only(string? vendorId) => Filter = Filter with { OnlyVendorId = vendorId };

    /// <summary>A parameter; null when it is not there or says nothing.</summary>
    public string? Text(string name) => _query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Sets the span where the call left it open.</summary>
    public void Narrow(DateTimeOffset from, DateTimeOffset to) => Filter = Filter with { From = from, To = to };

    /// <summary>Notes that a parameter is wrong.</summary>
    public T Wrong<T>(string name, string message, T fallback)
    {
        Error ??= ApiError.Invalid($"query.{name}", message);
        return fallback;
    }

    private void ReadTimes()
    {
        Filter = Filter with { From = Instant("from"), To = Instant("to") };
        if (Filter.From >= Filter.To)
        {
            Wrong<object?>("to", "Must lie after 'from'.", null);
        }
    }

    private void ReadCodes()
    {
        if (Text("territory") is { } territory)
        {
            Filter = Filter with { Territory = TerritoryCodes.IsCode(territory) ? territory : Wrong("territory", "Must be the code of a territory.", territory) };
        }

        if (Text("county")?.ToUpperInvariant() is { } county)
        {
            Filter = Filter with { County = Counties.IsCounty(county) ? county : Wrong("county", "Must be the number of a county, such as 75, 2A or 974.", "00") };
        }

        if (Text("vendor") is { } vendor)
        {
            Filter = Filter with { VendorId = vendor.Length <= TextLengths.Name ? vendor : Wrong("vendor", "No vendor has so long an id.", string.Empty) };
        }
    }

    private void ReadWho()
    {
        if (Text("owner") is { } owner)
        {
            Filter = Filter with
            {
                Owner = OwnerIds.TryParse(owner, out var key) ? key.ToString()
                    : OrientationOwner.TryReadStructure(owner, out var structure) ? structure
                    : Wrong("owner", "Must be an RPPS, an ADELI, a SIRET or a FINESS.", string.Empty),
            };
        }

        if (Text("regulator") is not { } regulator)
        {
            return;
        }

        var bar = regulator.IndexOf('|', StringComparison.Ordinal);
        var (system, value) = bar < 0 ? (null, regulator) : (bar == 0 ? null : regulator[..bar], regulator[(bar + 1)..]);
        if (value.Length is 0 or > TextLengths.Identifier || system?.Length > TextLengths.Identifier)
        {
            Wrong<object?>("regulator", "Must be an identifier, or system|identifier.", null);
        }

        Filter = Filter with { RegulatorSystem = system, RegulatorValue = value };
    }

    private void ReadKinds()
    {
        if (Text("kind") is { } kind)
        {
            Filter = Filter with { Kind = Name<OrientationKind>(kind) ?? Wrong("kind", $"Must be one of {string.Join(", ", Enum.GetNames<OrientationKind>())}.", (OrientationKind?)null) };
        }

        if (Text("state") is not { } state)
        {
            return;
        }

        var states = state.Split(',').Select(static name => Name<OrientationState>(name.Trim())).ToList();
        Filter = Filter with { States = [.. states.OfType<OrientationState>()] };
        if (states.Contains(null))
        {
            Wrong<object?>("state", $"Must be one or more of {string.Join(", ", Enum.GetNames<OrientationState>())}, separated by commas.", null);
        }
    }

    /// <summary>The value of a name in any case; null for a number and for what is no name.</summary>
    public static T? Name<T>(string text)
        where T : struct, Enum =>
        text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : null;

    private DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // An unencoded plus arrives as a blank.
        var restored = text.Length > 6 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
        return Instants.TryReadWithOffset(restored, out var instant) && instant.Year is >= 2000 and < 2150
            ? instant
            : Wrong(name, "Must be an instant with offset between 2000 and 2150, such as 2026-03-02T08:00:00+01:00.", (DateTimeOffset?)null);
    }
}

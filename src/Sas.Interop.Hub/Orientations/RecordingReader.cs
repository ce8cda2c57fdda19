using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Preferences;

namespace Sas.Interop.Hub.Orientations;

/// <summary>Reads an act that the platform did without the hub. Every member is an identifier, a code or an instant: there is room for nobody's name.</summary>
internal sealed class RecordingReader(ObjectReader body, DateTimeOffset now, Func<string, bool> isVendor)
{
    private const int LongestPlace = 200;
    private const int LongestInstant = 40;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Behind = TimeSpan.FromDays(366);
    private readonly FaultList _faults = body.Faults;

    /// <summary>Whether the body told when it was.</summary>
    public bool IsDated { get; private set; }

    /// <param name="id">Id of the record.</param>
    /// <returns>What is kept; null when the body has faults.</returns>
    public OrientationRow? Read(string id)
    {
        var kind = Enumerated<OrientationKind>("kind", static _ => true);
        var state = body.At.Find("state") is null
            ? OrientationState.Booked
            : Enumerated<OrientationState>("state", static state => state is OrientationState.Booked or OrientationState.Telephone or OrientationState.Pending or OrientationState.Cancelled);
        body.Find("state");
        var (system, value) = Regulator();
        var (owner, ownerKind) = Owner();
        var at = Instant("at");
        var (start, end) = (Instant("start"), Instant("end"));
        IsDated = at is not null;
        if (at is { } told && (told > now + Ahead || told < now - Behind))
        {
            _faults.Add("$.at", 0, "Must lie within the last 366 days.");
        }

        if (end <= start || (end is not null && start is null))
        {
            _faults.Add("$.end", 0, "Must lie after 'start'.");
        }

        var row = new OrientationRow
        {
            Id = id,
            Kind = kind?.ToString() ?? string.Empty,
            State = state?.ToString() ?? string.Empty,
            CreatedAt = at ?? now,
            ChangedAt = at ?? now,
            RegulatorSystem = system,
            RegulatorValue = value,
            Territory = Code("territory", TerritoryCodes.Longest, TerritoryCodes.IsCode),
            Owner = owner,
            OwnerKind = ownerKind,
            PlaceKey = Code("place", LongestPlace, IsVisible),
            PostalCode = Code("postalCode", 5, static text => Counties.Of(text) is not null),
            VendorId = Code("vendor", TextLengths.Name, isVendor) ?? string.Empty,
            SlotStart = start,
            SlotEnd = end,
        };
        body.Close();
        return _faults.Count == 0 ? row : null;
    }

    private (string System, string Value) Regulator()
    {
        if (body.Section("regulator") is not { } section)
        {
            if (body.At.Find("regulator") is null)
            {
                _faults.Add("$.regulator", 0, "Missing; an object with system and value.");
            }

            return (string.Empty, string.Empty);
        }

        var system = section.Required("system", TextLengths.Identifier);
        var value = section.Required("value", TextLengths.Identifier);
        section.Close();
        if (system is not (null or IdentifierSystems.NationalPractitioner or IdentifierSystems.SasPlatform))
        {
            _faults.Add("$.regulator.system", 0, $"Must be {IdentifierSystems.NationalPractitioner} or {IdentifierSystems.SasPlatform}.");
        }

        if (value is not null && !IsVisible(value))
        {
            _faults.Add("$.regulator.value", 0, "Must be an identifier: visible ASCII without blanks.");
        }

        return (system ?? string.Empty, value ?? string.Empty);
    }

    private (string Owner, int Kind) Owner()
    {
        if (body.Required("owner", 40) is not { } text)
        {
            return (string.Empty, 0);
        }

        if (OwnerIds.TryParse(text, out var key))
        {
            return (key.ToString(), (int)key.Kind);
        }

        if (OrientationOwner.TryReadStructure(text, out var structure))
        {
            return (structure, OrientationOwner.Structure);
        }

        _faults.Add("$.owner", 0, "Must be an RPPS, an ADELI, a SIRET or a FINESS.");
        return (string.Empty, 0);
    }

    private T? Enumerated<T>(string name, Func<T, bool> isTaken)
        where T : struct, Enum
    {
        if (body.Required(name, TextLengths.Code) is not { } text)
        {
            return null;
        }

        if (OrientationQuery.Name<T>(text) is { } value && isTaken(value))
        {
            return value;
        }

        _faults.Add($"$.{name}", 0, $"Must be one of {string.Join(", ", Enum.GetValues<T>().Where(isTaken))}.");
        return null;
    }

    private string? Code(string name, int longest, Func<string, bool> isTaken)
    {
        if (body.Find(name) is not { Kind: not JsonValueKind.Null } value || ObjectReader.TextOf(value, longest, _faults) is not { } text)
        {
            return null;
        }

        if (isTaken(text))
        {
            return text;
        }

        _faults.Add(value, "Not a value that is known or allowed here.");
        return null;
    }

    private DateTimeOffset? Instant(string name)
    {
        if (body.Find(name) is not { Kind: not JsonValueKind.Null } value || ObjectReader.TextOf(value, LongestInstant, _faults) is not { } text)
        {
            return null;
        }

        if (Instants.TryReadWithOffset(text, out var instant) && instant.Year is >= 2000 and < 2150)
        {
            return instant.ToUniversalTime();
        }

        _faults.Add(value, "Must be an instant with offset between 2000 and 2150, such as 2026-03-02T08:00:00+01:00.");
        return null;
    }

    private static bool IsVisible(string text) => text.Length > 0 && text.All(static c => c is > ' ' and < '\u007F');
}

using System.Collections.Frozen;

using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>Reads one entry of <c>callers</c>.</summary>
/// <param name="vendors">Vendors of <c>adapters.json</c>.</param>
internal sealed class CallerEntryReader(IReadOnlySet<string> vendors)
{
    public const int MostValues = 32;
    public const int LongestValue = 256;
    public const int MostPins = 8;

    private const int PinBytes = 32;
    private const int LongestPin = 44;

    /// <summary>What logs and the audit say of a caller that is not known.</summary>
    private const string Nobody = "unknown";

    public static readonly FrozenDictionary<string, CallerRoles> Roles = new Dictionary<string, CallerRoles>(StringComparer.Ordinal)
    {
        ["platform"] = CallerRoles.Platform,
        ["vendor"] = CallerRoles.Vendor,
        ["tester"] = CallerRoles.Tester,
        ["operator"] = CallerRoles.Operator,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>Null, with faults, when the entry cannot be used.</returns>
    public CallerRule? Read(SourceValue at, FaultList faults)
    {
        if (ObjectReader.Open(at, faults) is not { } entry)
        {
            return null;
        }

        var before = faults.Count;
        var id = ReadId(entry);
        var roles = ReadRoles(entry);
        var vendor = ReadVendor(entry, roles);
        var (names, units) = ReadSubject(entry);
        var issuers = Values(entry, "issuers");
        var pins = ReadPins(entry);
        var limits = CallerLimitsSection.Read(entry);
        entry.Close();
        return faults.Count > before || names is null
            ? null
            : new CallerRule
            {
                Identity = new CallerIdentity(id, roles, vendor) { Limits = limits },
                CommonNames = names,
                Units = units,
                Issuers = issuers,
                Pins = pins,
            };
    }

    private static string ReadId(ObjectReader entry)
    {
        var id = entry.Required("id", VendorEntryReader.LongestId) ?? string.Empty;
        if (id.Length > 0 && (!VendorIds.IsId(id) || id is Nobody or VendorModel.NamelessId))
        {
            entry.Faults.Add(entry.At.Find("id") ?? entry.At, $"{Quoted.Text(id)} is no id: lower-case letters and digits in words joined by hyphens, and not '{Nobody}' or '{VendorModel.NamelessId}'.");
        }

        return id;
    }

    private static CallerRoles ReadRoles(ObjectReader entry)
    {
        var roles = CallerRoles.None;
        foreach (var at in entry.List("roles", Roles.Count))
        {
            if (ObjectReader.TextOf(at, LongestValue, entry.Faults) is not { } text)
            {
                continue;
            }

            if (!Roles.TryGetValue(text, out var role) || roles.HasFlag(role))
            {
                entry.Faults.Add(at, $"{Quoted.Text(text)} is not known or given twice; known here: {Quoted.List(Roles.Keys.Order(StringComparer.Ordinal))}.");
            }

            roles |= role;
        }

        if (entry.At.Find("roles") is not { Children.Count: > 0 })
        {
            entry.Faults.Add(entry.At, $"Names no roles; known here: {Quoted.List(Roles.Keys.Order(StringComparer.Ordinal))}.");
        }

        return roles;
    }

    private string? ReadVendor(ObjectReader entry, CallerRoles roles)
    {
        var vendor = entry.Text("vendor", VendorEntryReader.LongestId);
        var at = entry.At.Find("vendor") ?? entry.At;
        if (roles.HasFlag(CallerRoles.Vendor) != (entry.At.Find("vendor") is not null))
        {
            entry.Faults.Add(at, "A caller with the role vendor names its vendor, and no other caller does.");
        }
        else if (vendor is not null && !VendorIds.IsId(vendor))
        {
            entry.Faults.Add(at, $"{Quoted.Text(vendor)} is not the id of a vendor.");
        }
        else if (vendor is not null && !vendors.Contains(vendor))
        {
            entry.Faults.Warn(at, $"{Quoted.Text(vendor)} is no entry of adapters.json: what this caller sends is refused until it is.");
        }

        return vendor;
    }

    private static (FrozenSet<string>? Names, FrozenSet<string>? Units) ReadSubject(ObjectReader entry)
    {
        if (entry.Section("subject") is not { } subject)
        {
            if (entry.At.Find("subject") is null)
            {
                entry.Faults.Add($"{entry.At.Path}.subject", entry.At.Line, "Missing; it must say whose certificate stands for the caller.");
            }

            return (null, null);
        }

        var names = Values(subject, "cn");
        var units = Values(subject, "ou");
        subject.Close();
        if (subject.At.Find("cn") is null)
        {
            subject.Faults.Add(subject.At, "Names no cn: at least one common name is needed.");
        }

        if (subject.At.Find("ou") is null)
        {
            subject.Faults.Warn(subject.At, "Names no ou: any certificate with this common name stands for the caller, of whatever organization.");
        }

        return (names, units);
    }

    private static FrozenSet<string>? ReadPins(ObjectReader entry)
    {
        if (entry.At.Find("pins") is null)
        {
            entry.Find("pins");
            return null;
        }

        var pins = new HashSet<string>(StringComparer.Ordinal);
        Span<byte> bytes = stackalloc byte[PinBytes];
        foreach (var at in entry.List("pins", MostPins))
        {
            if (ObjectReader.TextOf(at, LongestValue, entry.Faults) is not { } text)
            {
                continue;
            }

            if (text.Length != LongestPin || !Convert.TryFromBase64String(text, bytes, out var written) || written != PinBytes)
            {
                entry.Faults.Add(at, "Must be the SHA-256 of a public key in base64: 44 characters.");
            }
            else
            {
                pins.Add(Convert.ToBase64String(bytes));
            }
        }

        return NotEmpty(entry, "pins", pins);
    }

    private static FrozenSet<string>? Values(ObjectReader owner, string name)
    {
        if (owner.At.Find(name) is null)
        {
            owner.Find(name);
            return null;
        }

        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var at in owner.List(name, MostValues))
        {
            if (ObjectReader.TextOf(at, LongestValue, owner.Faults) is not { } text)
            {
                continue;
            }

            if (NameEscapes.Remove(text) is { } value)
            {
                values.Add(value);
            }
            else
            {
                owner.Faults.Add(at, "A backslash begins an escape of RFC 4514, and this is none; write \\\\ in this file for each one.");
            }
        }

        return NotEmpty(owner, name, values);
    }

    // An empty list would be a rule that nobody fits; left out means no rule.
    private static FrozenSet<string>? NotEmpty(ObjectReader owner, string name, HashSet<string> values)
    {
        if (owner.At.Find(name) is { Kind: System.Text.Json.JsonValueKind.Array, Children.Count: 0 } at)
        {
            owner.Faults.Add(at, "Is empty; give a value or leave it out.");
        }

        return values.ToFrozenSet(StringComparer.Ordinal);
    }
}

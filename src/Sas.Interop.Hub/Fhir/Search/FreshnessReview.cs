using System.Globalization;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// Judges how fresh an answer is (decision 4 of the design): which vendors should have been heard of the owners asked for and were not, or are old. Used again and
/// again; nothing is allocated as long as nothing is missing.
/// </summary>
internal sealed class FreshnessReview(IDirectoryLookup directory, IVendorCatalog catalog)
{
    private List<VendorGap>? _gaps;
    private IReadOnlyDictionary<string, VendorModel> _vendors = catalog.Current;
    private DateTimeOffset _now;
    private DateTimeOffset? _notBefore;

    /// <summary>When the vendor that was not heard for longest was last heard; null when none was.</summary>
    public DateTimeOffset? OldestSeen { get; private set; }

    public IReadOnlyList<VendorGap> Gaps => _gaps ?? [];

    /// <param name="now">The time of the answer.</param>
    /// <param name="notBefore">Vendors asked again have spoken since then, or are late; null when none was asked again.</param>
    public void Begin(DateTimeOffset now, DateTimeOffset? notBefore)
    {
        _vendors = catalog.Current;
        (_now, _notBefore, _gaps) = (now, notBefore, null);
        OldestSeen = null;
    }

    /// <summary>Looks at one owner, known or not.</summary>
    public void Note(OwnerKey owner, OwnerEntry? entry, OwnerPreference? preference)
    {
        var links = directory.LinksOf(owner);
        for (var i = 0; i < links.Count; i++)
        {
            var vendorId = links[i].VendorId;
            var again = i > 0 && links[i - 1].VendorId == vendorId;
            if (!again && _vendors.TryGetValue(vendorId, out var vendor) && vendor.Enabled && IsWanted(vendorId, preference))
            {
                Judge(vendor, entry);
            }
        }

        // Who pushes without being in the directory is judged by what it pushed.
        foreach (var sighting in entry?.Sightings ?? [])
        {
            OldestSeen = OldestSeen is { } oldest && oldest <= sighting.SeenAt ? oldest : sighting.SeenAt;
        }
    }

    public static bool IsWanted(string vendorId, OwnerPreference? preference) =>
        preference is not { DeclaredVendors.Count: > 0 } || preference.DeclaredVendors.Contains(vendorId, StringComparer.Ordinal);

    /// <summary>What is not as it should be, one issue a vendor; null when all is well.</summary>
    public OperationOutcome? ToOutcome() => _gaps is null
        ? null
        : new OperationOutcome
        {
            Issue = [.. _gaps.OrderBy(static gap => gap.VendorId, StringComparer.Ordinal).ThenBy(static gap => gap.Kind).Select(ToIssue)],
        };

    private OperationOutcomeIssue ToIssue(VendorGap gap)
    {
        var name = _vendors.TryGetValue(gap.VendorId, out var vendor) ? vendor.Name : gap.VendorId;
        var age = gap.Age is { } known ? known.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture) : null;
        var (code, english, french) = gap.Kind switch
        {
            GapKind.Missing => (
                "incomplete",
                $"Vendor '{gap.VendorId}' ({name}) is missing for {gap.Owners} of the owners asked for: {(age is null ? "it has not been heard yet" : $"last heard {age} ago")}.",
                $"L'éditeur {name} manque dans cette réponse."),
            GapKind.Stale => (
                "transient",
                $"Slots of vendor '{gap.VendorId}' ({name}) are stale for {gap.Owners} of the owners asked for: as of {age} ago.",
                $"Les créneaux de l'éditeur {name} datent."),
            _ => (
                "timeout",
                $"Vendor '{gap.VendorId}' ({name}) was asked again and has not answered in time for {gap.Owners} of the owners asked for; what was known is shown.",
                $"L'éditeur {name} n'a pas répondu à temps."),
        };
        return new OperationOutcomeIssue { Severity = "warning", Code = code, Diagnostics = english, Details = new CodeableConcept { Text = french } };
    }

    private void Judge(VendorModel vendor, OwnerEntry? entry)
    {
        if (entry?.SeenAt(vendor.Id) is not { } seenAt)
        {
            // A vendor that only pushes owes nothing before it has pushed.
            if (vendor.Capabilities.HasFlag(VendorCapabilities.Slots))
            {
                Add(vendor.Id, GapKind.Missing, null);
            }

            return;
        }

        var seenAge = _now - seenAt;
        var age = _now - AsOf(entry, vendor.Id, seenAt);
        var freshness = vendor.Freshness;
        if (seenAge > freshness.DropAfter)
        {
            Add(vendor.Id, GapKind.Missing, seenAge);
        }
        else if (age > freshness.StaleAfter)
        {
            Add(vendor.Id, GapKind.Stale, age);
        }
        else if (seenAt < _notBefore && vendor.Capabilities.HasFlag(VendorCapabilities.Slots))
        {
            Add(vendor.Id, GapKind.Late, seenAge);
        }
    }

    private static DateTimeOffset AsOf(OwnerEntry entry, string vendorId, DateTimeOffset seenAt)
    {
        foreach (var lane in entry.Lanes)
        {
            if (lane.AsOf < seenAt && lane.Vendor.VendorId == vendorId)
            {
                seenAt = lane.AsOf;
            }
        }

        return seenAt;
    }

    private void Add(string vendorId, GapKind kind, TimeSpan? age)
    {
        _gaps ??= [];
        var gap = _gaps.Find(known => known.VendorId == vendorId && known.Kind == kind);
        if (gap is null)
        {
            _gaps.Add(gap = new VendorGap(vendorId, kind));
        }

        gap.Owners++;
        gap.Age = gap.Age is { } known && (age is null || known > age) ? known : age;
    }
}

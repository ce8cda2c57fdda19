using System.Globalization;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>The vendor's calls as data.</summary>
internal sealed class MaiiaCalls(Uri root, MaiiaOptions options)
{
    public VendorCall Reasons(string center, int page) =>
        Call($"consultation-reason-hcd?rootCenterId={Uri.EscapeDataString(center)}{Paging(page)}") with { CacheFor = options.CatalogueTtl };

    public VendorCall Slots(MaiiaTarget target, MaiiaReason reason, TimeWindow window, int page) =>
        Call($"availabilities?{Selection(target, reason)}&from={Text(window.From)}&to={Text(window.To)}{Paging(page)}");

    public VendorCall Next(MaiiaTarget target, MaiiaReason reason, DateTimeOffset from) =>
        Call($"availability-closests?{Selection(target, reason)}&from={Text(from)}");

    /// <summary>The name is a key: it is encoded completely, <c>/</c>, <c>+</c> and <c>(</c> included (VENDORS §5, "Quirks").</summary>
    private string Selection(MaiiaTarget target, MaiiaReason reason)
    {
        var selection = options.SelectById
            ? $"centerId={Uri.EscapeDataString(target.Center)}&consultationReasonId={Uri.EscapeDataString(reason.Id.Value)}"
            : $"centerId={Uri.EscapeDataString(target.Center)}&consultationReasonName={Uri.EscapeDataString(reason.Name ?? string.Empty)}";
        return options.SelectById && target.Practitioner is { } practitioner ? $"{selection}&practitionerId={Uri.EscapeDataString(practitioner)}" : selection;
    }

    private string Paging(int page) => string.Create(CultureInfo.InvariantCulture, $"&limit={options.PageSize}&page={page}&size={options.PageSize}");

    private VendorCall Call(string relative) => VendorCall.Get(VendorAddress.Below(root, "api/pat-public/" + relative));

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The keys of one target.</summary>
internal sealed record MaiiaTarget(string Center, string? Practitioner);

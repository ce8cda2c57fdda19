using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Regulators;

/// <summary><c>GET /v1/regulators/{id}/deliveries</c> for the platform and, each of its own, vendors, <c>GET /admin/regulators</c> for operators. Neither shows who the regulator is.</summary>
internal sealed class DeliveryEndpoints(RegulatorStore store, DeliveryBook book, RegulatorVendors vendors)
{
    public async Task OfAccountAsync(HttpContext context)
    {
        var id = (string?)context.GetRouteValue("id") ?? string.Empty;
        if (!RegulatorReads.IsId(id) || await store.FindAsync(id, context.RequestAborted) is not { } stored)
        {
            await ApiAnswers.WriteAsync(context, ApiError.NotFound);
            return;
        }

        // A vendor learns how far it is itself; an account that it is not to have is as unknown to it as one that there is not.
        var only = context.OnlyVendor();
        var rows = (await book.OfAsync(id, context.RequestAborted)).Where(row => only is null || row.VendorId == only).ToList();
        if (only is not null && rows.Count == 0)
        {
            await ApiAnswers.WriteAsync(context, ApiError.NotFound);
            return;
        }

        var document = new DeliveriesDocument(stored.Id, stored.Version, stored.State.Active, [.. rows.Select(DeliveryDocument.Of)]);
        context.Response.Headers.CacheControl = "no-store";
        await ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, document, RegulatorsJsonContext.Wire.DeliveriesDocument);
    }

    public async Task CountsAsync(HttpContext context)
    {
        List<DeliveryCount> counts;
        try
        {
            counts = await book.CountAsync(context.RequestAborted);
        }
        catch (StorageUnavailableException)
        {
            await ApiAnswers.WriteAsync(context, ApiError.StorageUnavailable);
            return;
        }

        var document = new RegulatorCountsDocument(
        [
            .. counts.GroupBy(static count => count.VendorId)
                .OrderBy(static vendor => vendor.Key, StringComparer.Ordinal)
                .Select(vendor => VendorCountsDocument.Of(vendor.Key, vendors.Takes(vendor.Key), [.. vendor])),
        ]);
        context.Response.Headers.CacheControl = "no-store";
        await ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, document, RegulatorsJsonContext.Wire.RegulatorCountsDocument);
    }
}

using System.Text.Json.Serialization.Metadata;

using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Admin;

/// <summary><c>/admin/owners/{nationalId}</c> and <c>/admin/vendors</c>: JSON for operators, and of itself for a vendor, errors in the form of <see cref="ApiErrorDocument"/>.</summary>
internal sealed class AdminEndpoints(OwnerInspection owners, VendorReview vendors, TimeProvider time)
{
    private static readonly ApiError UnknownOwner = new(
        StatusCodes.Status404NotFound,
        "not-found",
        "Nobody knows this owner: no vendor has told of it, the directory does not list it, and nothing was declared.",
        "url.nationalId");

    private static readonly ApiError UnknownVendor = new(StatusCodes.Status404NotFound, "not-found", "There is no such vendor in adapters.json.", "url.id");

    public Task OwnerAsync(HttpContext context)
    {
        if (!OwnerIds.TryParse((string?)context.GetRouteValue("nationalId"), out var owner))
        {
            return ApiAnswers.WriteAsync(context, ApiError.BadOwner);
        }

        var (window, error) = ViewWindow.Read(context.Request.Query, time.GetUtcNow());
        return error is not null
            ? ApiAnswers.WriteAsync(context, error)
            : WriteAsync(context, owners.Inspect(owner, window), AdminJsonContext.Wire.OwnerView, UnknownOwner);
    }

    public Task VendorsAsync(HttpContext context) => WriteAsync(context, vendors.All(), AdminJsonContext.Wire.VendorsView, UnknownVendor);

    /// <summary>For operators any vendor; a vendor finds itself only.</summary>
    public Task VendorAsync(HttpContext context)
    {
        var id = (string?)context.GetRouteValue("id") ?? string.Empty;
        var only = context.OnlyVendor();
        return WriteAsync(context, only is null || only == id ? vendors.Find(id) : null, AdminJsonContext.Wire.VendorDetailView, UnknownVendor);
    }

    private static Task WriteAsync<T>(HttpContext context, T? view, JsonTypeInfo<T> type, ApiError unknown)
        where T : class
    {
        context.Response.Headers.CacheControl = "no-store";
        return view is null ? ApiAnswers.WriteAsync(context, unknown) : ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, view, type);
    }
}

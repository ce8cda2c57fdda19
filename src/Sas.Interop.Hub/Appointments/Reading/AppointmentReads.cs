using System.Globalization;
using System.Text;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Reading;

/// <summary>Reads of one appointment: its present state, an earlier version, and all versions. A vendor finds its own only.</summary>
internal sealed class AppointmentReads(AppointmentQueries queries, VendorCaller callers, BaseAddress baseAddress, IOptions<AppointmentsOptions> options)
{
    /// <summary>Name of the id in the route.</summary>
    public const string Id = "id";

    /// <summary>Name of the version in the route.</summary>
    public const string Version = "version";

    public async Task ReadAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } stored)
        {
            await WriteAsync(context, (stored.Version, stored.UpdatedAt), stored.Content);
        }
    }

    public async Task ReadVersionAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } stored)
        {
            return;
        }

        var text = context.Request.RouteValues[Version] as string;
        var found = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? await queries.FindVersionAsync(stored.Id, version, context.RequestAborted)
            : null;
        if (found is null)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.NotFound, "The appointment has no such version.");
            return;
        }

        await WriteAsync(context, (found.Version, found.UpdatedAt), found.Content);
    }

    public async Task ReadHistoryAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } stored)
        {
            return;
        }

        if (HistoryQuery.Read(context.Request.QueryString.Value, options.Value.PageSize) is not { } query)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestInvalid, "A history takes _since with an instant and _count with a whole number of entries.");
            return;
        }

        var versions = await queries.ReadHistoryAsync(stored.Id, query.Below, query.Since, query.Count, context.RequestAborted);
        using var bundle = new AppointmentBundle(baseAddress.Of(context.Request), "history");
        var self = SelfLink(context.Request);
        bundle.Links(self, versions.Count > query.Count ? PageCursor.Next(self, versions[query.Count - 1].Version.ToString(CultureInfo.InvariantCulture)) : null);
        foreach (var version in versions.Take(query.Count))
        {
            bundle.AddVersion(version);
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        await FhirResponses.WriteAsync(context, bundle.Close());
    }

    /// <returns>The appointment that the route names; null when the caller was told why there is none.</returns>
    private async Task<StoredAppointment?> FindAsync(HttpContext context)
    {
        var caller = callers.Reader(context.Request);
        if (!caller.IsSuccess)
        {
            await FhirResponses.WriteErrorAsync(context, caller.Error.Code, caller.Error.Detail);
            return null;
        }

        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
            return null;
        }

        var id = context.Request.RouteValues[Id] as string;
        var found = PageCursor.IsId(id) ? await queries.FindAsync(id ?? string.Empty, caller.Value.Vendor?.Id, context.RequestAborted) : null;
        if (found is null)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.NotFound, "No Appointment of this id is shown.");
        }

        return found;
    }

    private static async Task WriteAsync(HttpContext context, (int Number, DateTimeOffset UpdatedAt) version, string content)
    {
        if (VersionTag.Write(context, version.Number, version.UpdatedAt))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await FhirResponses.WriteAsync(context, Encoding.UTF8.GetBytes(content));
    }

    private string SelfLink(HttpRequest request)
    {
        using var self = new ByteScratch();
        baseAddress.WriteSelfLink(request, [], self);
        return Encoding.ASCII.GetString(self.Written);
    }
}

using System.Text;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Reading;

/// <summary><c>GET /fhir/Appointment</c>, by GET, HEAD, or POST to <c>_search</c>. The platform sees all appointments, a vendor its own.</summary>
internal sealed class AppointmentSearch(AppointmentQueries queries, VendorCaller callers, BaseAddress baseAddress, IOptions<AppointmentsOptions> options)
{
    /// <summary>Most entries of one page, whatever a search wants.</summary>
    public const int LargestPage = 500;

    public Task GetAsync(HttpContext context) => SearchAsync(context, null);

    public Task PostAsync(HttpContext context) => SearchForm.SearchAsync(context, SearchAsync);

    private async Task SearchAsync(HttpContext context, string? form)
    {
        var caller = callers.Reader(context.Request);
        if (!caller.IsSuccess)
        {
            await FhirResponses.WriteErrorAsync(context, caller.Error.Code, caller.Error.Detail);
            return;
        }

        var query = new AppointmentQuery();
        var strict = QueryFaults.IsStrict(context.Request);
        AppointmentQueryReader.Read(query, context.Request.QueryString.Value, strict);
        AppointmentQueryReader.Read(query, form, strict);
        AppointmentQueryReader.Complete(query);
        query.Filter.Sender = caller.Value.Vendor?.Id;
        if (!(query.Format ?? FhirNegotiation.IsAcceptedByHeader(context.Request)))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
        }
        else if (query.Faults.Count > 0)
        {
            await QueryFaults.WriteAsync(context, query.Faults);
        }
        else
        {
            await AnswerAsync(context, query, form);
        }
    }

    private async Task AnswerAsync(HttpContext context, AppointmentQuery query, string? form)
    {
        var count = Math.Min(query.Count ?? options.Value.PageSize, LargestPage);
        int? total = query.NumberOnly || query.WithTotal ? await queries.CountAsync(query.Filter, context.RequestAborted) : null;
        var found = query.NumberOnly ? [] : await queries.SearchAsync(query.Filter, count, context.RequestAborted);
        using var bundle = new AppointmentBundle(baseAddress.Of(context.Request), "searchset");
        if (total is { } number)
        {
            bundle.Total(number);
        }

        var self = SelfLink(context.Request, form);
        bundle.Links(self, found.Count > count ? PageCursor.Next(self, PageCursor.Of(query.Filter.Sort, found[count - 1])) : null);
        foreach (var match in found.Take(count))
        {
            bundle.AddMatch(match);
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        await FhirResponses.WriteAsync(context, bundle.Close());
    }

    private string SelfLink(HttpRequest request, string? form)
    {
        using var self = new ByteScratch();
        baseAddress.WriteSelfLink(request, form, self);
        return Encoding.ASCII.GetString(self.Written);
    }
}

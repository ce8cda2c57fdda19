using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using Sas.Interop.TestKit.RealProcess;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Durability.World;

/// <summary>All vendors of a run on one port, each below its own path, and the receiver of messages. They remember, and outlive every kill of the hub.</summary>
internal sealed class VendorServer : IAsyncDisposable
{
    private const string FhirJson = "application/fhir+json; charset=utf-8";
    private const string IdentifierParameter = "schedule.actor:Practitioner.identifier";
    private const int Offered = 16;
    private readonly WebApplication _application;

    private VendorServer(WebApplication application, DateTimeOffset first)
    {
        _application = application;
        First = first;
        Agendas = new[] { Vendors.Api, Vendors.Page, Vendors.Market }.ToDictionary(static vendor => vendor, vendor => new Agenda(Vendors.Owners(vendor), first, Offered));
        Desk = new BookingDesk(Agendas[Vendors.Api], Vendors.AppointmentSystem(Vendors.Api), TimeProvider.System);
    }

    public Uri Address => new(_application.Urls.First());

    /// <summary>Start of the first slot of each practitioner.</summary>
    public DateTimeOffset First { get; }

    public IReadOnlyDictionary<string, Agenda> Agendas { get; }

    public BookingDesk Desk { get; }

    public AccountBook ApiAccounts { get; } = new();

    public AccountBook OtherAccounts { get; } = new();

    public MessageInbox Inbox { get; } = new();

    public static async Task<VendorServer> StartAsync(DateTimeOffset first)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new VendorServer(application, first);
        application.UseTraces("vendors");
        foreach (var (vendor, agenda) in server.Agendas)
        {
            application.MapGet($"/{vendor}/Slot", (HttpContext context) => FreeSlots(context, agenda));
        }

        MapAccounts(application, Vendors.Api, server.ApiAccounts);
        MapAccounts(application, Vendors.Accounts, server.OtherAccounts);
        server.Desk.Map(application, Vendors.Api);
        application.MapPost("/messages", (Delegate)server.Inbox.ReceiveAsync);
        await application.StartAsync();
        return server;
    }

    public Uri Messages => new(Address, "messages");

    public Uri AddressOf(string vendor) => new(Address, $"{vendor}/");

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void MapAccounts(WebApplication application, string vendor, AccountBook book)
    {
        application.MapPost($"/{vendor}/Practitioner", (Delegate)book.CreateAsync);
        application.MapPut($"/{vendor}/Practitioner", (Delegate)book.UpdateAsync);
    }

    private static IResult FreeSlots(HttpContext context, Agenda agenda)
    {
        var asked = context.Request.Query[IdentifierParameter].SelectMany(static value => (value ?? string.Empty).Split(',')).Select(static value => value.Split('|')[^1]);
        return Results.Text(FhirFeed.Bundle(asked.Intersect(agenda.Owners).Select(agenda.Free)).ToJsonString(), FhirJson);
    }
}

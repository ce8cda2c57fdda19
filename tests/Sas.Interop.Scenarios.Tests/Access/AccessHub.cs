using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Scenarios.Tests.Appointments;
using Sas.Interop.Scenarios.Tests.Booking;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>A hub with two vendors that compete, each with slots, an appointment, an orientation and an account to be delivered; callers are told apart by a header.</summary>
internal sealed class AccessHub : IAsyncDisposable
{
    private const string Regulator = "3990000581/99000343";
    private readonly Workspace _files = new();

    public RunningHub Hub { get; private set; } = null!; // Set before anybody gets the instance.

    public Tenant A { get; } = new(Tenant.IdOfA, "alfa", 1);

    public Tenant B { get; } = new(Tenant.IdOfB, "bravo", 2);

    /// <summary>The hub's id of the account that both vendors are to have.</summary>
    public string Account { get; private set; } = string.Empty;

    public static async Task<AccessHub> StartAsync()
    {
        var access = new AccessHub();
        await File.WriteAllTextAsync(access._files.AdaptersFile, ConfigFiles.Adapters(access.Vendor(access.A), access.Vendor(access.B), Third()));
        await File.WriteAllTextAsync(access._files.DirectoryFile, ConfigFiles.Directory());
        var settings = new HubSettings { AdaptersFile = access._files.AdaptersFile, Others = [$"Hub:DirectoryFile={access._files.DirectoryFile}", "Hub:Sandbox:Enabled=false"] };
        access.Hub = await RunningHub.StartAsync(
            settings, static services => services.AddSingleton<ICallerResolver, TestCallers>().AddSingleton<IStartupFilter, RuleReport>());
        await access.FillAsync();
        return access;
    }

    /// <summary>Whose data are a caller's own, and whose are another's; callers that are no vendor have none of their own.</summary>
    public (Tenant Own, Tenant Other) TenantsOf(string caller) => caller == "vendor-b" ? (B, A) : (A, B);

    /// <param name="caller">Name of a caller.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="address">From the root of the hub.</param>
    /// <param name="body">Type and text; null for none.</param>
    /// <param name="headers">Further headers.</param>
    public Task<Answer> SendAsync(string caller, string method, string address, (string Type, string Text)? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Hub.Root, address));
        request.Headers.Add(TestCallers.Header, caller);
        if (body is { } sent)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(sent.Text));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(sent.Type);
        }

        foreach (var (name, value) in headers)
        {
            Assert.That(request.Headers.TryAddWithoutValidation(name, value), Is.True, name);
        }

        return Hub.SendAsync(request);
    }

    /// <summary>Everything of an answer as text: status, headers, body.</summary>
    public static string TextOf(Answer answer)
    {
        var headers = answer.Headers.Concat(answer.ContentHeaders).Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{(int)answer.Status}\n{string.Join('\n', headers)}\n\n{Encoding.UTF8.GetString(answer.Body)}";
    }

    /// <summary>An appointment of a vendor's own system.</summary>
    public static JsonObject AppointmentOf(Tenant tenant, string value = Tenant.Value) => AppointmentOf(tenant.System, value);

    public static JsonObject AppointmentOf(string system, string value)
    {
        var told = AppointmentCalls.New(system);
        AppointmentCalls.Identify(told)["value"] = value;
        return told;
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        _files.Dispose();
    }

    private async Task FillAsync()
    {
        var account = await SendAsync("platform", "POST", "fhir/Practitioner", ("application/fhir+json", BookingHub.Account(Regulator).ToJsonString()));
        Account = account.Json.Text("id") ?? string.Empty;
        foreach (var tenant in new[] { A, B })
        {
            await FillAsync(tenant);
        }

        await Eventually.TrueAsync(
            async () => (await SendAsync("platform", "GET", $"v1/regulators/{Account}/deliveries")).Json.Items("deliveries").Count() == 2, "an entry for each vendor that keeps accounts");
    }

    private async Task FillAsync(Tenant tenant)
    {
        var vendor = Hub.Resolve<IVendorCatalog>().Current[tenant.Id];
        foreach (var snapshot in tenant.Told(Hub.Now))
        {
            Hub.Resolve<IAvailabilityWriter>().Apply(new VendorFreshness(tenant.Id, vendor.Freshness.StaleAfter, vendor.Freshness.DropAfter, vendor.Freshness.EmptyRunGuard, vendor.BookingPages), snapshot, Hub.Now);
        }

        var index = Hub.Resolve<IAvailabilityReader>();
        var place = index.Find(tenant.Practitioner)?.Places[0];
        tenant.PlaceOfPractitioner = $"{tenant.Practitioner}-{place?.Id}";
        tenant.PlaceOfAssociation = $"{tenant.Association}-{index.Find(tenant.Association)?.Places[0].Id}";
        tenant.Slot = string.Create(CultureInfo.InvariantCulture, $"{tenant.Practitioner}-{place?.Slots[0].Id:x16}");
        var caller = tenant == A ? "vendor-a" : "vendor-b";
        var appointment = await SendAsync(caller, "POST", "fhir/Appointment", ("application/fhir+json", AppointmentOf(tenant).ToJsonString()));
        tenant.Appointment = appointment.Json.Text("id") ?? string.Empty;
        var orientation = new JsonObject
        {
            ["kind"] = "InAddition",
            ["regulator"] = new JsonObject { ["system"] = "urn:oid:1.2.250.1.71.4.2.1", ["value"] = Regulator },
            ["owner"] = tenant.Practitioner.ToString(),
            ["place"] = $"{tenant.Mark}-place",
            ["vendor"] = tenant.Id,
        };
        var recorded = await SendAsync("platform", "POST", "v1/orientations", ("application/json", orientation.ToJsonString()));
        tenant.Orientation = recorded.Json.Text("id") ?? string.Empty;
        Assert.That((tenant.Appointment, tenant.Orientation), Is.Not.EqualTo((string.Empty, string.Empty)), TextOf(appointment) + TextOf(recorded));
    }

    private JsonObject Vendor(Tenant tenant)
    {
        var vendor = ConfigFiles.Vendor(tenant.Id, "sas-fhir", new Uri("http://127.0.0.1:1/"));
        vendor["name"] = $"{tenant.Mark} agendas";
        vendor["capabilities"] = new JsonArray("push", "regulators");
        if (tenant == B)
        {
            vendor["identifierSystems"] = new JsonArray(tenant.System);
        }

        return vendor;
    }

    /// <summary>One that keeps no accounts.</summary>
    private static JsonObject Third()
    {
        var vendor = ConfigFiles.Vendor("third", "sas-fhir", new Uri("http://127.0.0.1:1/"));
        vendor["capabilities"] = new JsonArray("push");
        return vendor;
    }
}

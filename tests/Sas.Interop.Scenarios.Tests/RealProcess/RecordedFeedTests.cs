using System.Globalization;
using System.Net;
using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>Recorded vendor answers, from the socket of a vendor to the answer of a search. The recordings stand beside the repository and are no part of it.</summary>
internal sealed class RecordedFeedTests
{
    private const string Owner = "810000000017";
    private const string StartClockAt = "2021-04-16T06:00:00Z";

    /// <summary>
    /// The file has 798 slots of one practitioner, each at a time of its own, with an end after its start, all after the clock and inside of the window: no rule drops
    /// any. Told for every reason of the center, as the vendor does, they are the same 798 slots (VENDORS §5, "Quirks").
    /// </summary>
    [TestCase(false)]
    [TestCase(true)]
    public async Task Search_RecordedMaiia_FindsEverySlotOfTheFileOnce(bool forEveryReason)
    {
        var slots = Recording("maiia", "availabilities.json");
        var reasons = Recording("maiia", "consultation-reason-hcd.json");
        var center = FirstText(slots, "centerId");
        var reason = forEveryReason ? null : NameOf(reasons, FirstText(slots, "consultationReasonId"));
        using var files = new Workspace();
        await using var vendor = await ServeAsync(slots, reasons, reason);
        var entry = ConfigFiles.Vendor("maiia", "maiia", vendor.Address);
        entry["poll"] = new System.Text.Json.Nodes.JsonObject { ["every"] = "00:01:00", ["window"] = "60.00:00:00" };
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters(entry));
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory(ConfigFiles.AtCenter(Owner, "maiia", center)));
        await using var hub = HubProcess.Start(files.Start($"--Hub:StartClockAt={StartClockAt}"));
        using var client = HubClient.Of(await hub.AddressAsync());
        await client.SettledAsync();
        var clock = DateTimeOffset.Parse(StartClockAt, CultureInfo.InvariantCulture);

        var answer = await client.SearchAsync(Owner, clock, clock.AddDays(60));

        Assert.That((answer.Status, answer.Slots), Is.EqualTo((200, 798)), hub.Output.Text);
        Assert.That(await client.StateAsync("maiia"), Is.EqualTo("ok"));
    }

    private static string Recording(string vendor, string file)
    {
        var roots = Ancestors().Select(static folder => Path.Combine(folder, "shared"));
        if (Environment.GetEnvironmentVariable("SAS_SHARED") is { Length: > 0 } named)
        {
            roots = roots.Prepend(named);
        }

        var path = roots.Select(root => Path.Combine(root, "feeds", "recorded", vendor, file)).FirstOrDefault(File.Exists);
        Assume.That(path, Is.Not.Null, $"Skipped: the recording {vendor}/{file} is not beside this repository; SAS_SHARED may name the folder that holds it.");
        return File.ReadAllText(path!); // The assumption above ends the test when it is null.
    }

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }

    private static string FirstText(string list, string member)
    {
        using var document = JsonDocument.Parse(list);
        return document.RootElement.GetProperty("items")[0].GetProperty(member).GetString() ?? string.Empty;
    }

    private static string NameOf(string reasons, string id)
    {
        using var document = JsonDocument.Parse(reasons);
        return document.RootElement.GetProperty("items").EnumerateArray().First(reason => reason.GetProperty("id").ValueEquals(id))
            .GetProperty("name").GetString() ?? string.Empty;
    }

    /// <summary>Serves the recordings at the vendor's paths.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="reasons">The reasons.</param>
    /// <param name="only">The only reason that has slots; null when all have.</param>
    private static async Task<RecordedVendor> ServeAsync(string slots, string reasons, string? only)
    {
        const string Root = "/api/pat-public/";
        const string None = """{"items":[],"total":0}""";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet(Root + "consultation-reason-hcd", (int page) => Results.Text(page == 0 ? reasons : None, "application/json"));
        app.MapGet(
            Root + "availabilities",
            (int page, string consultationReasonName) =>
                Results.Text(page == 0 && (only is null || only == consultationReasonName) ? slots : None, "application/json"));
        app.MapGet(Root + "availability-closests", static () => Results.Text("""{"availabilityCount":0}""", "application/json"));
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return new RecordedVendor(app, new Uri(addresses.First() + "/"));
    }

    private sealed record RecordedVendor(WebApplication App, Uri Address) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}

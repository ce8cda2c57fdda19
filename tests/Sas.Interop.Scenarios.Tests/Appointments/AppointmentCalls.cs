using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;
using Sas.Interop.Scenarios.Tests.Validate;

namespace Sas.Interop.Scenarios.Tests.Appointments;

/// <summary>The calls of INT_R03 to a running hub, with or without a vendor's name.</summary>
internal sealed class AppointmentCalls(PushHub hub, string? vendor = null)
{
    /// <summary>The system of the sender without a name.</summary>
    public const string System = "https://vendor.example/rdv";

    /// <summary>A new invented appointment, which a test may change.</summary>
    public static JsonObject New(string? system = null, string profile = "FrAppointmentSAS")
    {
        var told = GoodResources.Of(profile);
        Identify(told)["value"] = Guid.NewGuid().ToString("D");
        Identify(told)["system"] = system ?? System;
        return told;
    }

    public static JsonObject Identify(JsonObject told) => told["identifier"]![0]!.AsObject(); // The sample has one.

    public static string ValueOf(JsonObject told) => Identify(told)["value"]!.GetValue<string>(); // Likewise.

    public static string CriterionOf(JsonObject told) => $"identifier={Uri.EscapeDataString($"{Identify(told)["system"]}|{ValueOf(told)}")}";

    public Task<Answer> PostAsync(JsonObject told, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, "Appointment", told.ToJsonString(), headers);

    public Task<Answer> PutAsync(JsonObject told, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, "Appointment?" + CriterionOf(told), told.ToJsonString(), headers);

    public Task<Answer> GetAsync(string relative, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, relative, null, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string relative, string? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(relative, UriKind.RelativeOrAbsolute));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        }

        if (vendor is not null)
        {
            request.Headers.Add("X-Sas-Vendor", vendor);
        }

        foreach (var (name, value) in headers)
        {
            Assert.That(request.Headers.TryAddWithoutValidation(name, value), Is.True, name);
        }

        return await hub.Hub.SendAsync(request);
    }

    /// <summary>The element and the kind of issue that a refusal names.</summary>
    public static IReadOnlyList<(string? Code, string? At)> Issues(Answer answer)
    {
        Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
        return [.. answer.Issues.Select(static issue => (issue.Text("code"), issue.Items("expression").Select(static at => at.GetString()).FirstOrDefault()))];
    }
}

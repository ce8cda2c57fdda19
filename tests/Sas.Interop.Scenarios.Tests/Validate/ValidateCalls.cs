using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>Calls of <c>$validate</c>, and what their answers say.</summary>
internal static class ValidateCalls
{
    public static Task<Answer> ValidateAsync(this RunningHub hub, string address, string body, string mediaType = "application/fhir+json") =>
        hub.ValidateAsync(address, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), mediaType);

    public static Task<Answer> ValidateAsync(this RunningHub hub, string address, HttpContent content, string mediaType = "application/fhir+json")
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return hub.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri($"{hub.FhirBase}/{address}")) { Content = content });
    }

    /// <summary>The errors of a verdict, one line each; the answer itself must be one.</summary>
    public static IReadOnlyList<string> Errors(this Answer answer)
    {
        Assert.That((int)answer.Status, Is.EqualTo(200), Encoding.UTF8.GetString(answer.Body));
        Assert.That((answer.Type, answer.MediaType), Is.EqualTo(("OperationOutcome", "application/fhir+json")));
        Assert.That(answer.Issues, Is.Not.Empty);
        return [.. answer.Issues.Where(IsError).Select(Line)];
    }

    public static bool IsError(this JsonElement issue) => issue.Text("severity") is "error" or "fatal";

    public static string Rule(this JsonElement issue) => issue.At("details")?.Items("coding").Select(static coding => coding.Text("code")).FirstOrDefault() ?? string.Empty;

    public static string Path(this JsonElement issue) => issue.Items("expression").Select(static path => path.GetString()).FirstOrDefault() ?? string.Empty;

    private static string Line(JsonElement issue) => $"{issue.Rule()} at {issue.Path()}: {issue.Text("diagnostics")}";
}

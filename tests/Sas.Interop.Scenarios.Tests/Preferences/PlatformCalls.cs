using System.Net.Http.Headers;
using System.Text;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>The plain JSON calls of the platform, to a running hub.</summary>
internal sealed class PlatformCalls(RunningHub hub)
{
    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PutAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public Task<Answer> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<Answer> SetAsync(string owner, string preferences, params (string Name, string Value)[] headers) => PutAsync(Of(owner), preferences, headers);

    public Task<Answer> DeclareAsync(string owner, params IEnumerable<string> vendors) =>
        PutAsync($"v1/practitioner-editors/{owner}/bulk", $$"""{"editorIds":[{{string.Join(',', vendors.Select(static vendor => $"\"{vendor}\""))}}]}""");

    public Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(hub.Root, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return hub.SendAsync(request);
    }

    public static string Of(string owner) => $"v1/practitioners/{owner}/preferences";

    public static string TagOf(Answer answer) => answer.Headers.ETag is EntityTagHeaderValue tag ? tag.Tag : string.Empty;

    /// <summary>The documented body of a failure.</summary>
    public static (string? Code, string? Path) Error(Answer answer)
    {
        Assert.That(answer.MediaType, Is.EqualTo("application/json"));
        var error = answer.Json.At("error");
        Assert.That(error?.Text("message"), Is.Not.Null.And.Not.Empty);
        return (error?.Text("code"), error?.Text("path"));
    }
}

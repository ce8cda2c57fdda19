using System.Text;
using Sas.Interop.Adapters.Replay;

namespace Sas.Interop.Adapters.Tests.Replay;

/// <summary>Requests and answers in one line.</summary>
internal static class Ask
{
    public static readonly Uri Origin = new("http://vendor.sandbox.invalid");

    public static ReplayRequest Request(string url, string method = "GET", string body = "", params (string Name, string Value)[] headers) =>
        new(method, Origin, url, headers.Select(static header => KeyValuePair.Create(header.Name, header.Value)), Encoding.UTF8.GetBytes(body));

    public static string Text(this ReplayResponse response) => Encoding.UTF8.GetString(response.Body.Span);

    public static string Get(this ReplayPlayer player, string url) => player.Play(Request(url)).Text();
}

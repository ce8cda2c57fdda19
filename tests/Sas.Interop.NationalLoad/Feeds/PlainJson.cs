using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>JSON as nearly all servers write it: accents and plus signs as they are. The framework's default escapes them for use in web pages.</summary>
internal static class PlainJson
{
    public static JsonWriterOptions Layout { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

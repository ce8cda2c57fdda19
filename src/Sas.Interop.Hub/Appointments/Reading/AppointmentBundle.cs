using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Reading;

/// <summary>Writes Bundles of appointments; what is kept is copied as it is.</summary>
internal sealed class AppointmentBundle : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4 * 1024);
    private readonly Utf8JsonWriter _json;
    private readonly string _base;
    private bool _hasEntries;

    public AppointmentBundle(string baseAddress, string type)
    {
        _base = baseAddress;
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("resourceType", "Bundle");
        _json.WriteString("id", Guid.NewGuid().ToString("D"));
        _json.WriteString("type", type);
    }

    public void Total(int total) => _json.WriteNumber("total", total);

    public void Links(string self, string? next)
    {
        _json.WriteStartArray("link");
        Link("self", self);
        if (next is not null)
        {
            Link("next", next);
        }

        _json.WriteEndArray();
    }

    public void AddMatch(StoredAppointment match)
    {
        Open(match.Id, match.Content);
        _json.WriteStartObject("search");
        _json.WriteString("mode", "match");
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    public void AddVersion(AppointmentVersionRow version)
    {
        Open(version.AppointmentId, version.Content);
        _json.WriteStartObject("request");
        _json.WriteString("method", version.Method);
        _json.WriteString("url", version.Method == HttpMethods.Post ? "Appointment" : $"Appointment/{version.AppointmentId}");
        _json.WriteEndObject();
        _json.WriteStartObject("response");
        _json.WriteString("status", version.Version == 1 ? "201" : "200");
        _json.WriteString("etag", VersionTag.Of(version.Version).ToString());
        _json.WriteString("lastModified", new FhirInstant(version.UpdatedAt).Text);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <returns>The whole Bundle.</returns>
    public ReadOnlyMemory<byte> Close()
    {
        if (_hasEntries)
        {
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.Flush();
        return _bytes.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();

    private void Open(string id, string content)
    {
        if (!_hasEntries)
        {
            _json.WriteStartArray("entry");
            _hasEntries = true;
        }

        _json.WriteStartObject();
        _json.WriteString("fullUrl", string.Create(CultureInfo.InvariantCulture, $"{_base}/Appointment/{id}"));
        _json.WritePropertyName("resource");
        _json.WriteRawValue(content, skipInputValidation: true);
    }

    private void Link(string relation, string url)
    {
        _json.WriteStartObject();
        _json.WriteString("relation", relation);
        _json.WriteString("url", url);
        _json.WriteEndObject();
    }
}

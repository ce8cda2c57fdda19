using System.Text.Json;

namespace Sas.Interop.Durability.Tracks;

/// <summary>Reads the number back from a stored appointment.</summary>
internal static class AppointmentState
{
    public static int Number(AppointmentAbout about, JsonElement resource) => (int)(resource.GetProperty("start").GetDateTimeOffset() - about.First).TotalMinutes;

    public static int Version(JsonElement resource) =>
        int.Parse(resource.GetProperty("meta").GetProperty("versionId").GetString() ?? string.Empty, CultureInfo.InvariantCulture);

    /// <summary>The appointments in a bundle, in order.</summary>
    public static IEnumerable<JsonElement> In(JsonElement bundle) => bundle.TryGetProperty("entry", out var entries)
        ? entries.EnumerateArray().Select(static entry => entry.GetProperty("resource")).Where(static resource => resource.GetProperty("resourceType").ValueEquals("Appointment"))
        : [];
}

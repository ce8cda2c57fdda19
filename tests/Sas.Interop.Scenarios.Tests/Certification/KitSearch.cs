using System.Globalization;
using System.Net.Http.Headers;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>The "set-up" search of the official kit, word for word (CERTIFICATION §1): order, escapes, headers, and a Paris clock with a wrong label or none.</summary>
/// <param name="Flavour">What the operator of the kit picked.</param>
/// <param name="Practitioners">Prefixed national identifiers.</param>
/// <param name="First">Lower bound as the kit writes it.</param>
/// <param name="Last">Upper bound as the kit writes it.</param>
internal sealed record KitSearch(KitFlavour Flavour, IReadOnlyList<string> Practitioners, string First, string Last)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public string Query =>
        (Flavour == KitFlavour.Communities
            ? "Slot?_include=Slot:schedule&_include=Slot:service-type-reference&_include:iterate=Schedule:actor&_include:iterate=HealthcareService:organization"
            : "Slot?_include=Slot:schedule&_include:iterate=Schedule:actor")
        + $"&schedule.actor:Practitioner.identifier={string.Join(',', Practitioners.Select(static id => "urn:oid:1.2.250.1.71.4.2.1%7C" + id))}"
        + $"&start=ge{First.Replace("+", "%2B", StringComparison.Ordinal)}&start=le{Last.Replace("+", "%2B", StringComparison.Ordinal)}&status=free";

    /// <summary>From now to the end of the day after tomorrow, as read off a clock in Paris.</summary>
    /// <param name="now">The hub's time.</param>
    /// <param name="flavour">What the operator of the kit picked.</param>
    /// <param name="label"><c>+00:00</c> in the flavour for practitioners, nothing in the other.</param>
    /// <param name="practitioners">Prefixed national identifiers.</param>
    public static KitSearch At(DateTimeOffset now, KitFlavour flavour, string label, params IReadOnlyList<string> practitioners)
    {
        var local = TimeZoneInfo.ConvertTime(now, Paris).DateTime;
        return new KitSearch(flavour, practitioners, Write(local) + label, Write(local.Date.AddDays(3).AddSeconds(-1)) + label);
    }

    public async Task<Answer> SendAsync(RunningHub hub)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{hub.FhirBase}/{Query}")) { Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Accept", "application/json+fhir");
        return await hub.SendAsync(request);
    }

    private static string Write(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm:ss'.000'", CultureInfo.InvariantCulture);
}

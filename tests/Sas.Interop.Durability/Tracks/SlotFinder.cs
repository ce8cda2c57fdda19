using Sas.Interop.Durability.Wire;

namespace Sas.Interop.Durability.Tracks;

/// <summary>Searches free slots as the platform does.</summary>
internal sealed class SlotFinder(DateTimeOffset from, DateTimeOffset to)
{
    /// <returns>Id of one of the first free slots; null when there is none.</returns>
    public async Task<string?> FindAsync(HubCalls hub, string owner, Random random)
    {
        var reply = await hub.SendAsync(Call.Get(
            "fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&status=free"
            + $"&schedule.actor:Practitioner.identifier={Samples.NationalSystem}%7C{owner}&start=ge{Text(from)}&start=le{Text(to)}"));
        if (reply.Status != 200 || !reply.Json.TryGetProperty("entry", out var entries))
        {
            return null;
        }

        var slots = entries.EnumerateArray().Select(static entry => entry.GetProperty("resource"))
            .Where(static resource => resource.GetProperty("resourceType").ValueEquals("Slot"))
            .Select(static slot => slot.GetProperty("id").GetString())
            .ToList();
        return slots.Count == 0 ? null : slots[random.Next(slots.Count)];
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sas.Interop.Durability.World;

/// <summary>
/// A vendor that books by interface: a request key makes one hold, a hold one appointment, however often it is told; a hold that nobody books ends by itself. Thread-safe.
/// It answers a little after the effect, so that a kill finds the hub waiting.
/// </summary>
internal sealed class BookingDesk(Agenda agenda, string system, TimeProvider time)
{
    private const string FhirJson = "application/fhir+json; charset=utf-8";
    private static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Thinks = TimeSpan.FromMilliseconds(15);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Hold> _holds = new(StringComparer.Ordinal);

    /// <summary>Identifiers of the appointments that were booked and not cancelled.</summary>
    public IReadOnlyCollection<string> Live => Where(static hold => hold.State == HoldState.Booked);

    /// <summary>References of holds that are neither booked, nor let go, nor at their end.</summary>
    public IReadOnlyCollection<string> Open => Where(hold => hold.State == HoldState.Held && hold.Ends > time.GetUtcNow());

    public void Map(WebApplication application, string vendor)
    {
        application.MapPost($"/{vendor}/Appointment/$hold", (Delegate)HoldAsync);
        application.MapPost($"/{vendor}/Appointment/$book", (Delegate)BookAsync);
        application.MapPost($"/{vendor}/Appointment/$release", (Delegate)ReleaseAsync);
    }

    private async Task<IResult> HoldAsync(HttpContext context)
    {
        var input = await ReadAsync(context);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var owner = input["practitioner"].GetProperty("valueIdentifier").GetProperty("value").GetString() ?? string.Empty;
        var hold = Take(key, owner, input["start"].GetProperty("valueInstant").GetDateTimeOffset().ToUniversalTime());
        await ThinkAsync(context);
        return hold is null
            ? Results.StatusCode(StatusCodes.Status409Conflict)
            : Answer(
                new JsonObject { ["name"] = "hold", ["valueString"] = hold.Reference },
                new JsonObject { ["name"] = "expires", ["valueInstant"] = hold.Ends.ToString("O", CultureInfo.InvariantCulture) });
    }

    private async Task<IResult> BookAsync(HttpContext context)
    {
        var reference = Text(await ReadAsync(context), "hold");
        var isBooked = Book(reference);
        await ThinkAsync(context);
        return isBooked
            ? Answer(new JsonObject { ["name"] = "appointment", ["valueIdentifier"] = new JsonObject { ["system"] = system, ["value"] = reference } })
            : Results.StatusCode(StatusCodes.Status410Gone);
    }

    private async Task<IResult> ReleaseAsync(HttpContext context)
    {
        var reference = Text(await ReadAsync(context), "hold");
        var isKnown = Release(reference);
        await ThinkAsync(context);
        return isKnown ? Answer() : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    private Hold? Take(string key, string owner, DateTimeOffset start)
    {
        lock (_gate)
        {
            // A hold that was let go begins anew with the same key: so a repetition finds a slot that is still free.
            if (_holds.TryGetValue(key, out var known) && (known.State == HoldState.Booked || (known.State == HoldState.Held && known.Ends > time.GetUtcNow())))
            {
                return known;
            }

            LetEndedGo();
            if (!agenda.Take(owner, start))
            {
                return null;
            }

            return _holds[key] = new Hold(key, owner, start, time.GetUtcNow() + HoldFor);
        }
    }

    private bool Book(string reference)
    {
        lock (_gate)
        {
            LetEndedGo();
            if (!_holds.TryGetValue(reference, out var hold) || hold.State is HoldState.LetGo)
            {
                return false;
            }

            hold.State = HoldState.Booked;
            return true;
        }
    }

    private bool Release(string reference)
    {
        lock (_gate)
        {
            if (!_holds.TryGetValue(reference, out var hold))
            {
                return false;
            }

            LetGo(hold);
            return true;
        }
    }

    private void LetEndedGo()
    {
        foreach (var hold in _holds.Values.Where(hold => hold.State == HoldState.Held && hold.Ends <= time.GetUtcNow()))
        {
            LetGo(hold);
        }
    }

    private void LetGo(Hold hold)
    {
        if (hold.State != HoldState.LetGo)
        {
            hold.State = HoldState.LetGo;
            agenda.GiveBack(hold.Owner, hold.Start);
        }
    }

    private List<string> Where(Func<Hold, bool> fits)
    {
        lock (_gate)
        {
            return [.. _holds.Values.Where(fits).Select(static hold => hold.Reference)];
        }
    }

    private static async Task<Dictionary<string, JsonElement>> ReadAsync(HttpContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        return document.RootElement.Clone().GetProperty("parameter").EnumerateArray().ToDictionary(static item => item.GetProperty("name").GetString() ?? string.Empty);
    }

    private static string Text(Dictionary<string, JsonElement> input, string name) => input[name].GetProperty("valueString").GetString() ?? string.Empty;

    private static IResult Answer(params JsonNode[] parameters)
    {
        var answer = new JsonObject { ["resourceType"] = "Parameters" };
        if (parameters.Length > 0)
        {
            answer["parameter"] = new JsonArray(parameters);
        }

        return Results.Text(answer.ToJsonString(), FhirJson);
    }

    private Task ThinkAsync(HttpContext context) => Task.Delay(Thinks, time, context.RequestAborted);

    private enum HoldState
    {
        Held,
        Booked,
        LetGo,
    }

    private sealed record Hold(string Reference, string Owner, DateTimeOffset Start, DateTimeOffset Ends)
    {
        public HoldState State { get; set; }
    }
}

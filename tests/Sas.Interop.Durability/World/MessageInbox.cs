using System.Text.Json;

using Microsoft.AspNetCore.Http;

namespace Sas.Interop.Durability.World;

/// <summary>Receives the webhooks of the hub and remembers, for each stream, the numbers in the order in which they came.</summary>
internal sealed class MessageInbox
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<int>> _streams = [];

    /// <summary>Numbers that came after a greater one, one sentence each.</summary>
    public IReadOnlyList<string> Disorder
    {
        get
        {
            lock (_gate)
            {
                return [.. _streams.Where(static stream => stream.Value.Zip(stream.Value.Skip(1)).Any(static pair => pair.Second < pair.First))
                    .Select(static stream => $"{stream.Key}: {string.Join(' ', stream.Value)}")];
            }
        }
    }

    public int Received
    {
        get
        {
            lock (_gate)
            {
                return _streams.Values.Sum(static numbers => numbers.Count);
            }
        }
    }

    /// <summary>The greatest number that came of a stream; 0 for none.</summary>
    public int Last(string stream)
    {
        lock (_gate)
        {
            return _streams.TryGetValue(stream, out var numbers) ? numbers.Max() : 0;
        }
    }

    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var stream = context.Request.Headers["Webhook-Stream"].ToString();
        var number = int.Parse(context.Request.Headers["Webhook-Sequence"].ToString(), CultureInfo.InvariantCulture);
        lock (_gate)
        {
            if (!_streams.TryGetValue(stream, out var numbers))
            {
                _streams[stream] = numbers = [];
            }

            numbers.Add(number);
        }

        return Results.NoContent();
    }
}

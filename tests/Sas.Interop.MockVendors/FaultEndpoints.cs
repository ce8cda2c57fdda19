using System.Text;

namespace Sas.Interop.MockVendors;

/// <summary>Routes that switch faults and show the journal.</summary>
internal static class FaultEndpoints
{
    private const int MaxNameLength = 32;

    private static readonly Dictionary<string, MockFault> Names = new(StringComparer.Ordinal)
    {
        ["none"] = MockFault.None,
        ["down"] = MockFault.Down,
        ["hang"] = MockFault.Hang,
        ["html"] = MockFault.Html,
        ["429"] = MockFault.TooManyRequests,
        ["truncated"] = MockFault.Truncated,
        ["slow"] = MockFault.Slow,
    };

    public static void Map(IEndpointRouteBuilder routes, MockFaultSwitches faults, RequestJournal requests)
    {
        routes.MapGet("/__faults", () => Results.Json(faults.All.ToDictionary(static entry => entry.Key, static entry => NameOf(entry.Value))));
        routes.MapGet("/__requests", () => Results.Json(requests.Entries.Select(static entry => new
        {
            entry.Vendor,
            entry.Method,
            entry.Url,
            entry.Stub,
            Fault = NameOf(entry.Fault),
            entry.At,
        })));
        routes.MapPost("/__faults/{vendor}", async (string vendor, HttpRequest request, CancellationToken cancellationToken) =>
        {
            if (!faults.Knows(vendor))
            {
                return Results.Text($"There is no vendor '{vendor}'.\n", statusCode: StatusCodes.Status404NotFound);
            }

            var name = await ReadAsync(request.Body, cancellationToken);
            if (!Names.TryGetValue(name, out var fault))
            {
                return Results.Text($"The body must be one of {string.Join(", ", Names.Keys)}.\n", statusCode: StatusCodes.Status400BadRequest);
            }

            faults.Set(vendor, fault);
            return Results.Text($"{vendor}: {name}\n");
        });
    }

    private static string NameOf(MockFault fault) => Names.First(entry => entry.Value == fault).Key;

    private static async Task<string> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxNameLength];
        var length = await body.ReadAtLeastAsync(buffer, MaxNameLength, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length).Trim().Trim('"');
    }
}

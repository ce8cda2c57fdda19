using System.Collections.Concurrent;
using System.Text.Json;

using Microsoft.AspNetCore.Http;

namespace Sas.Interop.Durability.World;

/// <summary>The regulator accounts of one vendor: created once, updated as often as told (CONTRACT §4.2).</summary>
internal sealed class AccountBook
{
    private readonly ConcurrentDictionary<string, (int Number, bool Active)> _accounts = new(StringComparer.Ordinal);

    /// <summary>What the vendor was told last of an account; null when it has none.</summary>
    public (int Number, bool Active)? Find(string value) => _accounts.TryGetValue(value, out var account) ? account : null;

    public async Task<IResult> CreateAsync(HttpContext context)
    {
        var (value, state) = await ReadAsync(context);
        return _accounts.TryAdd(value, state) ? Results.Created($"Practitioner/{Uri.EscapeDataString(value)}", null) : Results.StatusCode(StatusCodes.Status409Conflict);
    }

    public async Task<IResult> UpdateAsync(HttpContext context)
    {
        var (value, state) = await ReadAsync(context);
        _accounts[value] = state;
        return Results.Ok();
    }

    private static async Task<(string Value, (int Number, bool Active) State)> ReadAsync(HttpContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var account = document.RootElement;
        var mail = account.GetProperty("telecom")[0].GetProperty("value").GetString() ?? string.Empty;
        return (
            account.GetProperty("identifier")[0].GetProperty("value").GetString() ?? string.Empty,
            (int.Parse(mail[1..mail.IndexOf('@', StringComparison.Ordinal)], CultureInfo.InvariantCulture), account.GetProperty("active").GetBoolean()));
    }
}

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Json;

/// <summary>
/// Reads a JSON answer as it streams: only the value under a handler is ever whole in memory, everything else is passed over token by token.
/// Any damage is a value: HTML is a block page, an early end is a truncation, a wrong outer shape is malformed, too deep or too long is too large.
/// </summary>
internal static class JsonFeed
{
    public const int MaxDepth = 64;

    public const int MaxValueBytes = 4 * 1024 * 1024;

    private const int FirstBuffer = 32 * 1024;

    /// <returns>The number of values handed over, or the failure. On failure, values handed over before it must be taken as incomplete.</returns>
    public static ValueTask<Outcome<int>> ReadAsync(Stream utf8, JsonShape shape, JsonValueHandler handler, CancellationToken cancellationToken) =>
        ReadAsync(utf8, shape, new JsonReading(handler, null), cancellationToken);

    /// <summary>As the other form, with a taker for plain items.</summary>
    public static async ValueTask<Outcome<int>> ReadAsync(Stream utf8, JsonShape shape, JsonReading reading, CancellationToken cancellationToken)
    {
        var state = new JsonFeedState(shape, reading);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var filled = 0;
            while (true)
            {
                if (filled == buffer.Length)
                {
                    if (buffer.Length >= MaxValueBytes)
                    {
                        return new HubError(HubErrorCode.VendorTooLarge, $"One value is longer than {MaxValueBytes} bytes.");
                    }

                    buffer = Grow(buffer, filled);
                }

                var count = await utf8.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                if (count == 0)
                {
                    return state.Lack() is { } lack ? lack : state.End();
                }

                filled += count;
                if (state.Advance(buffer.AsSpan(0, filled), out var consumed) is { } error)
                {
                    return error;
                }

                filled -= consumed;
                buffer.AsSpan(consumed, filled).CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>As reading, giving what the handler fills.</summary>
    public static ValueTask<Outcome<T>> FillAsync<T>(T filled, Stream utf8, JsonShape shape, JsonValueHandler handler, CancellationToken cancellationToken) =>
        FillAsync(filled, utf8, shape, new JsonReading(handler, null), cancellationToken);

    /// <summary>As reading, giving what handler and taker fill.</summary>
    public static async ValueTask<Outcome<T>> FillAsync<T>(T filled, Stream utf8, JsonShape shape, JsonReading reading, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(utf8, shape, reading, cancellationToken);
        return read.IsSuccess ? filled : read.Error;
    }

    /// <summary>Reads the items of a list; those that are null are passed over.</summary>
    public static ValueTask<Outcome<IReadOnlyList<T>>> ListAsync<T>(Stream utf8, JsonShape shape, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var items = new List<T>();
        return FillAsync<IReadOnlyList<T>>(items, utf8, shape, Take, cancellationToken);

        HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
        {
            if (JsonSerializer.Deserialize(ref value, type) is { } item)
            {
                items.Add(item);
            }

            return null;
        }
    }

    private static byte[] Grow(byte[] buffer, int filled)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}

using System.Buffers;
using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>Reads and writes FHIR R4 JSON. Stateless and safe to use from several threads.</summary>
/// <remarks>
/// Bad input is never an exception: it comes back as issues with path, line and rule.
/// Writing emits <c>resourceType</c> first, members in the order of the specification, no empty element, and escapes only what JSON demands.
/// </remarks>
public static class FhirJson
{
    /// <summary>Reads one resource from a contiguous text.</summary>
    /// <typeparam name="T">The type due; <see cref="Resource"/> takes any, also unknown ones.</typeparam>
    /// <param name="utf8">The whole text.</param>
    /// <param name="options">Bounds.</param>
    /// <returns>The resource and what was found.</returns>
    public static FhirReadResult<T> Read<T>(ReadOnlySpan<byte> utf8, FhirReadOptions options)
        where T : Resource
    {
        ArgumentNullException.ThrowIfNull(options);
        return DocumentReader.Read<T>(utf8, new ReadState(options));
    }

    /// <summary>Reads one resource from a text in one or more segments.</summary>
    /// <typeparam name="T">The type due; <see cref="Resource"/> takes any, also unknown ones.</typeparam>
    /// <param name="utf8">The whole text.</param>
    /// <param name="options">Bounds.</param>
    /// <returns>The resource and what was found.</returns>
    public static FhirReadResult<T> Read<T>(ReadOnlySequence<byte> utf8, FhirReadOptions options)
        where T : Resource
    {
        ArgumentNullException.ThrowIfNull(options);
        if (utf8.IsSingleSegment)
        {
            return Read<T>(utf8.FirstSpan, options);
        }

        // Longer than allowed: the first byte too many is enough to be told so.
        var length = (int)Math.Min(utf8.Length, options.MaxBytes + 1L);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            utf8.Slice(0, length).CopyTo(rented);
            return Read<T>(rented.AsSpan(0, length), options);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Reads one resource from a stream, to its end or to one byte beyond <see cref="FhirReadOptions.MaxBytes"/>.</summary>
    /// <remarks>Holds the text in a pooled buffer while it reads; for a large Bundle use <see cref="FhirBundleReader"/>, which holds one entry.</remarks>
    /// <typeparam name="T">The type due; <see cref="Resource"/> takes any, also unknown ones.</typeparam>
    /// <param name="stream">The source; left open.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The resource and what was found.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    public static async ValueTask<FhirReadResult<T>> ReadAsync<T>(Stream stream, FhirReadOptions options, CancellationToken cancellationToken)
        where T : Resource
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        var rented = ArrayPool<byte>.Shared.Rent(Math.Min(options.MaxBytes, 16 * 1024) + 1);
        var length = 0;
        try
        {
            while (length <= options.MaxBytes)
            {
                if (length == rented.Length)
                {
                    rented = Grow(rented, options.MaxBytes);
                }

                var read = await stream.ReadAsync(rented.AsMemory(length), cancellationToken);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }

            return Read<T>(rented.AsSpan(0, length), options);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Writes one resource to a buffer.</summary>
    /// <param name="output">Where the UTF-8 bytes go.</param>
    /// <param name="resource">The resource.</param>
    public static void Write(IBufferWriter<byte> output, Resource resource)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        Write(writer, resource);
    }

    /// <summary>Writes one resource as one value to a JSON writer, which is not flushed.</summary>
    /// <param name="writer">The writer, at a place where a value is due; its encoder is not used.</param>
    /// <param name="resource">The resource.</param>
    public static void Write(Utf8JsonWriter writer, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(resource);
        ResourceCodec.Instance.Write(writer, resource);
    }

    /// <summary>Writes one resource to a new array.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>Compact UTF-8 JSON, without byte order mark.</returns>
    public static byte[] ToUtf8(Resource resource)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, resource);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Grow(byte[] rented, int maxBytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(rented.Length * 2L, maxBytes + 1L));
        rented.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(rented);
        return larger;
    }
}

using System.Runtime.CompilerServices;
using Sas.Interop.Contracts.Fhir.Json.Streaming;

namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>Reads a Bundle entry by entry, holding one entry at a time however long the Bundle is.</summary>
/// <remarks>
/// The steps are: one header, the entries in order, one end. Bad input never throws: an entry's issues come with the entry, and what ends the
/// reading early (no JSON, cut short, too deep, too large, another resource) comes as an error of the end. Paths, lines and columns are those of the whole text.
/// </remarks>
public static class FhirBundleReader
{
    /// <summary>Reads a Bundle from a stream.</summary>
    /// <param name="stream">The source; left open, and not read further than the caller enumerates but for one buffer.</param>
    /// <param name="options">Bounds; <see cref="FhirReadOptions.MaxBytes"/> does not apply, <see cref="FhirReadOptions.MaxStreamBytes"/> does.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The steps.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    public static IAsyncEnumerable<FhirBundleItem> ReadAsync(Stream stream, FhirReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        return ReadItemsAsync(stream, options, null, cancellationToken);
    }

    /// <summary>Reads a Bundle from a stream, offering each entry to a taker first. Entries that it takes are no steps, and count.</summary>
    /// <param name="stream">The source; left open, and not read further than the caller enumerates but for one buffer.</param>
    /// <param name="options">Bounds, as for <see cref="ReadAsync(Stream, FhirReadOptions, CancellationToken)"/>.</param>
    /// <param name="taker">Takes entries from their bytes; called in the order of the entries, while the steps are enumerated.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The steps.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    public static IAsyncEnumerable<FhirBundleItem> ReadAsync(
        Stream stream, FhirReadOptions options, IFhirEntryTaker taker, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(taker);
        return ReadItemsAsync(stream, options, taker, cancellationToken);
    }

    private static async IAsyncEnumerable<FhirBundleItem> ReadItemsAsync(
        Stream stream, FhirReadOptions options, IFhirEntryTaker? taker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var window = new StreamWindow(stream, options);
        var document = new BundleDocument(window, options, taker);
        while (await document.NextAsync(cancellationToken) is { } item)
        {
            yield return item;
        }
    }
}

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>An adapter that can read what its vendor pushes.</summary>
public interface ISlotPushParser
{
    /// <summary>Reads pushed bytes into snapshots. Nothing may be applied before the sequence has ended without a failure.</summary>
    /// <param name="utf8">The body; read once, to its end or to the first failure.</param>
    /// <param name="receivedAt">When the push arrived.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Snapshots; a failure ends the sequence.</returns>
    IAsyncEnumerable<Outcome<Snapshot>> ParseAsync(Stream utf8, DateTimeOffset receivedAt, CancellationToken cancellationToken);
}

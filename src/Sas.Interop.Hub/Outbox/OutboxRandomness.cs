using System.Security.Cryptography;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Where the spread of pauses comes from.</summary>
/// <param name="Next">A number from 0 (included) to 1 (excluded); safe for concurrent calls.</param>
internal sealed record OutboxRandomness(Func<double> Next)
{
    public static OutboxRandomness System { get; } = new(static () => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue);
}

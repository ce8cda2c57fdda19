using System.Security.Cryptography;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Where jitter comes from.</summary>
/// <param name="Next">A number from 0 (included) to 1 (excluded); safe for concurrent calls.</param>
internal sealed record DeliveryJitter(Func<double> Next)
{
    public static DeliveryJitter System { get; } = new(static () => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue);
}

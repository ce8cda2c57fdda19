namespace Sas.Interop.Hub.Outbox;

/// <summary>What became of one attempt.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Cause">Why it was no success: a code or a status, never what the other side wrote.</param>
/// <param name="RetryAfter">When the other side wants to be asked again; null when it did not say.</param>
internal readonly record struct DeliveryVerdict(DeliveryEnd End, string Cause, TimeSpan? RetryAfter = null)
{
    public static DeliveryVerdict Delivered { get; } = new(DeliveryEnd.Delivered, string.Empty);

    public static DeliveryVerdict Overtaken { get; } = new(DeliveryEnd.Overtaken, string.Empty);

    public static DeliveryVerdict Failed(string cause, TimeSpan? retryAfter = null) => new(DeliveryEnd.Failed, cause, retryAfter);

    public static DeliveryVerdict Refused(string cause) => new(DeliveryEnd.Refused, cause);
}

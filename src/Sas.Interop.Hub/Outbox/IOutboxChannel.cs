using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>One way to reach a destination. Found by its kind, as a destination's settings name it; a new one is a class and a registration.</summary>
internal interface IOutboxChannel
{
    /// <summary>The name in settings; two channels with one name stop the start.</summary>
    string Kind { get; }

    /// <summary>Kinds of messages that it can carry.</summary>
    IReadOnlyList<string> Carries { get; }

    /// <summary>Whether it signs, and so needs a secret.</summary>
    bool Signs { get; }

    /// <summary>Whether the receiver cannot tell a late state from a new one, so that one that was overtaken must not be sent.</summary>
    bool SkipsOvertaken { get; }

    /// <summary>Makes one attempt. What the other side does wrong is a verdict; the time limit is the caller's.</summary>
    Task<DeliveryVerdict> SendAsync(OutboxDestination destination, OutboxLetter letter, CancellationToken cancellationToken);
}

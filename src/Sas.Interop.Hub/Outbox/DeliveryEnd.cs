namespace Sas.Interop.Hub.Outbox;

/// <summary>How an attempt ended.</summary>
internal enum DeliveryEnd
{
    /// <summary>The other side has it.</summary>
    Delivered,

    /// <summary>It did not work now and may later.</summary>
    Failed,

    /// <summary>The other side will never take it.</summary>
    Refused,

    /// <summary>It need not be sent: a later state was.</summary>
    Overtaken,
}

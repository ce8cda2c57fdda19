namespace Sas.Interop.Hub.Availability;

/// <summary>Slots known to be taken although their vendor may still list them. Safe for concurrent calls; never waits.</summary>
internal interface ITakenSlots
{
    /// <summary>The slot leaves the index at once, and stays out whatever its vendor says, until it is released or has begun.</summary>
    void Take(TakenSlot slot);

    /// <summary>
    /// The slot may come back with the vendor's next word, and so may those that were taken of all by that vendor's word. Without a vendor, every vendor's of that owner
    /// and time may, however it was taken.
    /// </summary>
    void Release(TakenSlot slot);
}

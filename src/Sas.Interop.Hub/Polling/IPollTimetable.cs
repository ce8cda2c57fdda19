namespace Sas.Interop.Hub.Polling;

/// <summary>When partitions come due.</summary>
internal interface IPollTimetable
{
    /// <summary>Replaces the triggers of one vendor.</summary>
    /// <param name="vendorId">The vendor.</param>
    /// <param name="partitions">How many partitions it has; 0 takes all triggers away.</param>
    /// <param name="every">Time between two polls of one partition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task SetAsync(string vendorId, int partitions, TimeSpan every, CancellationToken cancellationToken);
}

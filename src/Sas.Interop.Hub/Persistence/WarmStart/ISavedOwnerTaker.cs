namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>Turns what the file says of owners into something else. One for each block, used by one thread at a time.</summary>
/// <typeparam name="T">What an owner is turned into.</typeparam>
internal interface ISavedOwnerTaker<T>
    where T : class
{
    /// <summary>Takes one owner, whose slots are good during the call only.</summary>
    /// <param name="saved">What the file says.</param>
    /// <param name="taken">What it became; null when nothing of it is wanted any more.</param>
    /// <returns>Whether it made sense; otherwise the whole file is refused.</returns>
    bool TryTake(SavedOwner saved, out T? taken);
}

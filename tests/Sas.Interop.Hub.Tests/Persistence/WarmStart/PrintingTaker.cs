using Sas.Interop.Hub.Persistence.WarmStart;

namespace Sas.Interop.Hub.Tests.Persistence.WarmStart;

/// <summary>Turns owners into words.</summary>
internal sealed class PrintingTaker : ISavedOwnerTaker<string>
{
    public bool TryTake(SavedOwner saved, out string? taken)
    {
        taken = Saved.Print(saved);
        return true;
    }
}

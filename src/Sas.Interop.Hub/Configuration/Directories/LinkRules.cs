using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>
/// Which links of one owner can stand together. A snapshot replaces all that its vendor said of the owner at its place, so that two links of one vendor to
/// one place, or to a place and to all places, would wipe out each other's slots.
/// </summary>
internal static class LinkRules
{
    public static void Check(OwnerDraft owner, FaultList faults, string path)
    {
        var everywhere = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in owner.Links)
        {
            if (!everywhere.Add(link.Vendor))
            {
                faults.Add(path, link.Line, $"The vendor '{link.Vendor}' is linked twice to this owner; keep one link and put all keys in it.");
            }
        }

        foreach (var place in owner.Places)
        {
            var here = new HashSet<string>(StringComparer.Ordinal);
            foreach (var link in place.Links)
            {
                if (!here.Add(link.Vendor))
                {
                    faults.Add(path, link.Line, $"The vendor '{link.Vendor}' is linked twice to one place of this owner; keep one link and put all keys in it.");
                }
                else if (everywhere.Contains(link.Vendor))
                {
                    faults.Add(path, link.Line, $"The vendor '{link.Vendor}' is linked to all places of this owner and to this one; keep one of the two.");
                }
            }
        }
    }
}

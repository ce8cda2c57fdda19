using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Takes the entries of a bundle as they stream; whatever search mode they carry, only the type of resource counts (D04).</summary>
internal static class BundleIntake
{
    public static void Take(FhirBundleItem item, BundleContent content, KindTable kinds)
    {
        if (item.Resource is null)
        {
            // A null among the entries is only untidy; an entry with faults may have been a slot.
            content.Unreadable += item.HasErrors ? 1 : 0;
            return;
        }

        var node = new ResourceNode(item.Resource, item.FullUrl, item.Index);
        if (item.Resource is Slot slot)
        {
            content.Slots.Add(item.HasErrors ? SlotMapper.Unreadable(node, slot) : SlotMapper.Map(node, slot, kinds));
            return;
        }

        // A faulty schedule, role or practitioner is left out: its slots become orphans rather than land on a guess.
        if (!item.HasErrors)
        {
            content.Resources.Add(node);
        }
    }
}

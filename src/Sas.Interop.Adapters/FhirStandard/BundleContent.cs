namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>What the entries of one bundle hold, before references are followed.</summary>
internal sealed class BundleContent
{
    /// <summary>Every readable resource that is no slot.</summary>
    public List<ResourceNode> Resources { get; } = [];

    public SlotDrafts Slots { get; } = new();

    /// <summary>Entries without a readable resource.</summary>
    public int Unreadable { get; set; }
}

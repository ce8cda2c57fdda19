using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// What slots of many owners have in common: everything of a kind but its booking page. One instance for equal content (<see cref="KindPool"/>), rendered once for
/// each search that shows it.
/// </summary>
internal sealed class SharedKind(SlotKind kind)
{
    private const SlotTypes OpenToAll = SlotTypes.Public | SlotTypes.Professional | SlotTypes.Snp;
    private const SlotTypes OpenToAssociations = SlotTypes.Public | SlotTypes.Snp;
    private byte[]? _individual;
    private byte[]? _community;
    private byte[]? _association;

    /// <summary>The kind, without its booking page.</summary>
    public SlotKind Kind => kind;

    /// <summary>
    /// Whether a search shows it. A slot that only communities see is no slot of INT_R01 (D16), and one that only professionals see none of SOS (D15).
    /// </summary>
    public bool IsShownIn(SlotFlow flow) => flow switch
    {
        SlotFlow.Individual => (kind.Types & OpenToAll) != SlotTypes.None,
        SlotFlow.Community => (kind.Types & OpenToAll) != SlotTypes.None || kind.Communities.Count > 0,
        _ => (kind.Types & OpenToAssociations) != SlotTypes.None,
    };

    /// <summary>JSON from after <c>meta.lastUpdated</c> to inside the reference to the schedule.</summary>
    public byte[] Middle(SlotFlow flow) => flow switch
    {
        SlotFlow.Individual => _individual ??= KindRenderer.Middle(kind, flow),
        SlotFlow.Community => _community ??= KindRenderer.Middle(kind, flow),
        _ => _association ??= KindRenderer.Middle(kind, flow),
    };
}

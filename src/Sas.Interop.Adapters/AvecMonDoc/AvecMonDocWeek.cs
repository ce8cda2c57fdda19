using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>One answer of the slot call, with what its trailer says of the weeks after it.</summary>
internal sealed class AvecMonDocWeek
{
    public SlotPage Page { get; } = new();

    /// <summary>Whether any cell was bookable, for whomever.</summary>
    public bool AnyAvailable { get; set; }

    /// <summary>The trailer's flag; null when there is no trailer.</summary>
    public bool? MoreInThisWeek { get; set; }

    /// <summary>Whether the trailer says in so many words that no later time exists.</summary>
    public bool NothingLater { get; set; }

    /// <summary>Whether nothing bookable exists from this answer on.</summary>
    public bool IsLast => !AnyAvailable && NothingLater && MoreInThisWeek == false;
}

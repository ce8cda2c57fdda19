namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>What is known of one object while its members are read.</summary>
internal struct ObjectFrame
{
    /// <summary>One bit per field whose member was met.</summary>
    public ulong Seen;

    /// <summary>One bit per field whose <c>_name</c> sibling was met.</summary>
    public ulong SiblingsSeen;

    /// <summary>Whether <c>resourceType</c> was met.</summary>
    public bool TypeSeen;

    /// <summary>Whether any member was met, and whether any was kept.</summary>
    public bool HasMembers;

    /// <summary>Whether any member was kept.</summary>
    public bool HasContent;

    /// <summary>Whether a list of texts has nulls to settle once its sibling is known.</summary>
    public bool HasBlanks;

    /// <summary>Where the search for the next member starts: members mostly come in order.</summary>
    public int NextField;

    /// <summary>Ids and extensions of primitive members.</summary>
    public List<PrimitiveExtension>? Siblings;
}

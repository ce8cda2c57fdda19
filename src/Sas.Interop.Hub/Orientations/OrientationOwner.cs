using Sas.Interop.Contracts.Identifiers;

namespace Sas.Interop.Hub.Orientations;

/// <summary>Those to whom somebody is sent and who own no slots: structures such as a CPTS, by FINESS.</summary>
internal static class OrientationOwner
{
    /// <summary>What stands in the place of an <c>OwnerKind</c>.</summary>
    public const int Structure = 0;

    public static bool TryReadStructure(string text, out string prefixed)
    {
        var isFiness = FinessId.TryParse(text, out var finess, out _);
        prefixed = isFiness ? finess.ToString() : string.Empty;
        return isFiness;
    }
}

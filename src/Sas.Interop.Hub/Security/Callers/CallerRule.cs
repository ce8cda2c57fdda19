using System.Collections.Frozen;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>One entry of the list of callers: whose certificate it is, and what it may do. Values are compared as they are, upper and lower case apart.</summary>
internal sealed record CallerRule
{
    public required CallerIdentity Identity { get; init; }

    /// <summary>The certificate's one common name is one of these.</summary>
    public required FrozenSet<string> CommonNames { get; init; }

    /// <summary>At least one of the certificate's organizational units is one of these; null when units do not matter.</summary>
    public FrozenSet<string>? Units { get; init; }

    /// <summary>The common name of the authority that signed the certificate is one of these; null when it does not matter.</summary>
    public FrozenSet<string>? Issuers { get; init; }

    /// <summary>The SHA-256 of the certificate's public key, in base64, is one of these; null when any key will do.</summary>
    public FrozenSet<string>? Pins { get; init; }

    /// <summary>Whether the file shows that one certificate may fit both.</summary>
    public bool Overlaps(CallerRule other) =>
        Meet(CommonNames, other.CommonNames) && Meet(Units, other.Units) && Meet(Issuers, other.Issuers) && Meet(Pins, other.Pins);

    private static bool Meet(FrozenSet<string>? one, FrozenSet<string>? other) => one is null || other is null || one.Overlaps(other);
}

using System.Text.Json;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Tls;

namespace Sas.Interop.Hub.Configuration;

/// <summary>One vendor of <c>adapters.json</c>, validated and immutable.</summary>
internal sealed record VendorModel
{
    /// <summary>Stands for callers that name no vendor, so no vendor may have it.</summary>
    public const string NamelessId = "unnamed";

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Name of a registered dialect.</summary>
    public required string Dialect { get; init; }

    public required bool Enabled { get; init; }

    public required Uri BaseUrl { get; init; }

    public VendorCapabilities Capabilities { get; init; }

    public required PollSettings Poll { get; init; }

    public required VendorLimits Limits { get; init; }

    public required FreshnessSettings Freshness { get; init; }

    /// <summary>The dialect's own options, already accepted by its factory; undefined when the entry has none.</summary>
    public JsonElement Options { get; init; }

    /// <summary>Secret name → value, resolved from its reference at load; never logged, never compared by text in a log.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Absolute path of the vendor's own directory file, merged over the main one; null when it has none.</summary>
    public string? DirectoryFile { get; init; }

    /// <summary>The systems of this vendor's own identifiers of appointments; nobody else may write with them. Empty: the first who writes with a system keeps it.</summary>
    public IReadOnlyList<string> IdentifierSystems { get; init; } = [];

    /// <summary>Hosts besides that of the base URL to which calls may go.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Pages that a browser may be led to.</summary>
    public BookingRule BookingPages { get; init; } = BookingRule.Nowhere;

    /// <summary>Whether names may lead into a private network.</summary>
    public bool PrivateNetwork { get; init; }

    /// <summary>Whom the vendor's calls trust, and what they show.</summary>
    public TlsMaterial Tls { get; init; } = TlsMaterial.Usual;

    /// <summary>
    /// A canonical text of the entry with its secrets hashed: two models with the same fingerprint are the same vendor settings. What <see cref="Tls"/> holds is told by
    /// its own stamp, since a vendor at work takes it over without a break.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whether another model is this one, trust included.</summary>
    public bool IsSameAs(VendorModel other) => Fingerprint == other.Fingerprint && Tls.Stamp == other.Tls.Stamp;
}

using System.Text.Json;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>All that an adapter gets from the host: settings of one vendor, and its surroundings.</summary>
public sealed record VendorContext
{
    /// <summary>The vendor's id in <c>adapters.json</c>.</summary>
    public required string VendorId { get; init; }

    /// <summary>Root of the vendor's interface; absolute. Dialect paths are relative to it.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Hosts besides that of <see cref="BaseUrl"/> to which calls may go, as <c>host</c>, <c>host:port</c> or <c>*.host</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The dialect's options; undefined when there are none.</summary>
    public required JsonElement Options { get; init; }

    /// <summary>Bounds for every call to this vendor.</summary>
    public required VendorLimits Limits { get; init; }

    /// <summary>Secret values by the name that the dialect documents, resolved from their references; never logged.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>The transport of this vendor alone. The adapter does not dispose it.</summary>
    public required HttpMessageInvoker Transport { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Randomness for jitter: a number from 0 (included) to 1 (excluded); safe for concurrent calls.</summary>
    public required Func<double> Jitter { get; init; }
}

using System.Text.Json;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>Makes the adapters of one dialect. Registered once a dialect; two factories of one name stop the start.</summary>
public interface IVendorAdapterFactory
{
    /// <summary>The dialect's name in <c>adapters.json</c>: lower case, words joined by hyphens.</summary>
    string Dialect { get; }

    /// <summary>Judges the dialect's own options without making an adapter.</summary>
    /// <param name="options">The <c>options</c> object of the vendor's entry; undefined when the entry has none.</param>
    /// <returns>Every fault; empty when the options can be used.</returns>
    IReadOnlyList<OptionFault> Validate(JsonElement options);

    /// <summary>Makes an adapter for one vendor. Called only with options that <see cref="Validate"/> accepts.</summary>
    /// <param name="context">The vendor's settings and surroundings.</param>
    /// <returns>The adapter.</returns>
    IVendorAdapter Create(VendorContext context);
}

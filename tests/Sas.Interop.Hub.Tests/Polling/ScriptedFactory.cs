using System.Collections.Concurrent;
using System.Text.Json;

using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>Makes <see cref="ScriptedAdapter"/>s, prepared for the vendor they are made for, and keeps them.</summary>
internal sealed class ScriptedFactory : IVendorAdapterFactory
{
    public const string Name = "scripted";

    private readonly ConcurrentDictionary<string, List<ScriptedAdapter>> _made = new();

    public string Dialect => Name;

    /// <summary>Prepares an adapter by the vendor's id before its first pull; may throw.</summary>
    public Action<string, ScriptedAdapter> Prepare { get; set; } = static (_, _) => { };

    public ScriptedAdapter Latest(string vendorId) => _made[vendorId][^1];

    public IReadOnlyList<ScriptedAdapter> All(string vendorId) => _made[vendorId];

    public IReadOnlyList<OptionFault> Validate(JsonElement options) => [];

    public IVendorAdapter Create(VendorContext context)
    {
        var adapter = new ScriptedAdapter(context);
        Prepare(context.VendorId, adapter);
        _made.GetOrAdd(context.VendorId, static _ => []).Add(adapter);
        return adapter;
    }
}

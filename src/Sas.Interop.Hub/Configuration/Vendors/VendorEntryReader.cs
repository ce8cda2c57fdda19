using System.Text.Json;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Reads one entry of <c>vendors</c>.</summary>
internal sealed class VendorEntryReader(AdaptersSurroundings surroundings, SecretStore secrets, VendorDefaults defaults, ReadOnlyMemory<byte> utf8)
{
    public const int LongestId = 64;
    public const int LongestName = 100;
    public const int MostSecrets = 16;

    private const int LongestPath = 1_000;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    // The parser skips a byte-order mark, so that its positions are those after it.
    private readonly ReadOnlyMemory<byte> _text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <returns>The vendor; null when the entry has a fault.</returns>
    public VendorModel? Read(SourceValue entry, FaultList faults)
    {
        var before = faults.Count;
        if (ObjectReader.Open(entry, faults) is not { } reader)
        {
            return null;
        }

        var id = Id(reader);
        var name = reader.Required("name", LongestName);
        var factory = Dialect(reader);
        var enabled = reader.Flag("enabled", fallback: true);
        var baseUrl = BaseUrlRule.Read(reader, surroundings.Sandbox);
        var capabilities = CapabilityNames.Read(reader);
        var settings = VendorSections.Read(reader, defaults);
        var tls = new TlsSection(secrets, surroundings.TrueTime).Read(reader, enabled);
        var reach = HostsSection.Read(reader, baseUrl, surroundings.Sandbox);
        var values = Secrets(reader, enabled);
        var directory = DirectoryFile(reader);
        var systems = IdentifierSystemList.Read(reader);
        var options = Options(reader, factory);
        reader.Close();
        Doubt(reader, settings, capabilities);
        TlsSection.Doubt(reader, baseUrl, reach.AllowedHosts);

        if (faults.Count > before || id is null || name is null || factory is null || baseUrl is null)
        {
            return null;
        }

        var vendor = new VendorModel
        {
            Id = id,
            Name = name,
            Dialect = factory.Dialect,
            Enabled = enabled,
            BaseUrl = baseUrl,
            Capabilities = capabilities,
            Poll = settings.Poll,
            Limits = settings.Limits,
            Freshness = settings.Freshness,
            Options = options,
            Secrets = values,
            DirectoryFile = directory,
            IdentifierSystems = systems,
            AllowedHosts = reach.AllowedHosts,
            BookingPages = reach.BookingPages,
            PrivateNetwork = reach.PrivateNetwork,
            Tls = tls,
            Fingerprint = string.Empty,
        };
        return vendor with { Fingerprint = VendorFingerprint.Of(vendor) };
    }

    private static string? Id(ObjectReader reader)
    {
        var id = reader.Required("id", LongestId);
        if (id == VendorModel.NamelessId)
        {
            reader.Faults.Add(reader.At.Find("id") ?? reader.At, "Stands for callers that name no vendor; choose another id.");
            return null;
        }

        if (id is null || VendorIds.IsId(id))
        {
            return id;
        }

        reader.Faults.Add(reader.At.Find("id") ?? reader.At, "Must be lower-case letters and digits in words joined by hyphens, such as acme-agenda.");
        return null;
    }

    private IVendorAdapterFactory? Dialect(ObjectReader reader)
    {
        if (reader.Required("adapter", LongestId) is not { } dialect)
        {
            return null;
        }

        if (surroundings.Dialects.TryGetValue(dialect, out var factory))
        {
            return factory;
        }

        var known = Quoted.List(surroundings.Dialects.Keys);
        reader.Faults.Add(reader.At.Find("adapter") ?? reader.At, $"No dialect is named {Quoted.Text(dialect)}; known ones: {known}.");
        return null;
    }

    private Dictionary<string, string> Secrets(ObjectReader owner, bool enabled)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (owner.Section("secrets") is not { } section)
        {
            return values;
        }

        if (section.At.Children.Count > MostSecrets)
        {
            owner.Faults.Add(section.At, $"Holds more than {MostSecrets} secrets.");
            return values;
        }

        foreach (var child in section.At.Children)
        {
            var name = child.Name ?? string.Empty;
            if (!VendorIds.IsKeyName(name))
            {
                owner.Faults.Add(child, "The name of a secret is a letter, then up to 63 letters, digits, '.', '_' or '-'.");
            }

            // A vendor that is switched off may wait for its secrets: only the shape of its references is judged.
            if (SecretReference.Read(child, owner.Faults) is { } reference && enabled && secrets.Resolve(reference, owner.Faults) is { } value)
            {
                values[name] = value;
            }
        }

        return values;
    }

    private string? DirectoryFile(ObjectReader owner)
    {
        if (owner.Find("directory") is not { } value)
        {
            return null;
        }

        if (value.Kind == JsonValueKind.String && value.Text == "platform")
        {
            return null;
        }

        if (value.Kind != JsonValueKind.Object)
        {
            owner.Faults.Add(value, "Must be \"platform\" or {\"file\": \"path\"}.");
            return null;
        }

        if (ObjectReader.Open(value, owner.Faults) is not { } section)
        {
            return null;
        }

        var file = section.Required("file", LongestPath);
        section.Close();
        return file is null ? null : Path.GetFullPath(file, surroundings.Folder);
    }

    private JsonElement Options(ObjectReader owner, IVendorAdapterFactory? factory)
    {
        if (owner.Find("options") is not { } value)
        {
            Judge(factory, default, owner.At, owner.Faults);
            return default;
        }

        if (value.Kind != JsonValueKind.Object)
        {
            owner.Faults.Add(value, "Must be an object.");
            return default;
        }

        using var document = JsonDocument.Parse(_text[value.Start..value.End], Lenient);
        var options = document.RootElement.Clone();
        Judge(factory, options, value, owner.Faults);
        return options;
    }

    private static void Judge(IVendorAdapterFactory? factory, JsonElement options, SourceValue at, FaultList faults)
    {
        foreach (var fault in factory?.Validate(options) ?? [])
        {
            var path = options.ValueKind == JsonValueKind.Undefined ? at.Path + ".options" : at.Path;
            var relative = fault.Path.Length == 0 || fault.Path[0] == '[' ? fault.Path : "." + fault.Path;
            faults.Add(path + Quoted.Plain(relative), at.Deepest(fault.Path).Line, fault.Message);
        }
    }

    private static void Doubt(ObjectReader reader, VendorDefaults settings, VendorCapabilities capabilities)
    {
        if (capabilities.HasFlag(VendorCapabilities.Slots) && settings.Freshness.StaleAfter <= settings.Poll.Every)
        {
            reader.Faults.Warn(reader.At, "staleAfter is not longer than poll.every: slots will be flagged as stale between two polls.");
        }
    }
}

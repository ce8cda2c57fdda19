using System.Security.Cryptography;

using Sas.Interop.Hub.Configuration.Vendors;

namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>Keeps the catalog at the last good content of <c>adapters.json</c> and of the secret files that it names.</summary>
internal sealed class AdaptersLoad
{
    private readonly HubFile _file;
    private readonly AdaptersFileReader _reader;
    private readonly VendorCatalog _catalog;
    private readonly ReloadGate _gate;
    private readonly ILogger _logger;
    private IReadOnlyDictionary<string, string> _secretFiles = new Dictionary<string, string>();

    public AdaptersLoad(HubFile file, AdaptersFileReader reader, VendorCatalog catalog, TimeProvider time, ILogger<AdaptersLoad> logger)
    {
        _file = file;
        FilePath = file.Find() ?? string.Empty;
        _reader = reader;
        _catalog = catalog;
        _logger = logger;
        _gate = new ReloadGate(time);
    }

    /// <summary>The file, absolute.</summary>
    public string FilePath { get; }

    /// <summary>Whether a change is under way.</summary>
    public bool Waiting => _gate.Waiting;

    /// <summary>All files whose change matters.</summary>
    public IEnumerable<string> Files => [FilePath, .. _secretFiles.Keys];

    /// <summary>Reads the first content, with no patience for a malformed one.</summary>
    /// <returns>Every fault; empty when the catalog is loaded.</returns>
    public IReadOnlyList<ConfigFault> LoadFirst() => Judge(BoundedFile.Read(FilePath, AdaptersFileReader.MaxBytes)).Faults;

    /// <summary>Looks whether the content changed, and takes it when it is good.</summary>
    public void Check()
    {
        var content = BoundedFile.Read(FilePath, AdaptersFileReader.MaxBytes);
        if (!_gate.Admits(Stamp(content, SecretStore.Look(_secretFiles.Keys))))
        {
            return;
        }

        var (faults, settled) = Judge(content);
        if (faults.Count > 0 && settled)
        {
            _logger.Rejected("adapters.json", faults);
        }
    }

    private (IReadOnlyList<ConfigFault> Faults, bool Settled) Judge(BoundedFile content)
    {
        if (content.Bytes is null)
        {
            var missing = new ConfigFault(Path.GetFileName(FilePath), "$", 0, $"The file {content.Problem}; looked for at {string.Join(" and ", _file.Candidates)}.");
            return ([missing], _gate.Settle(Stamp(content, _secretFiles), torn: true));
        }

        var reading = _reader.Read(Path.GetFileName(FilePath), content.Bytes);
        if (!reading.Torn)
        {
            _secretFiles = reading.SecretFiles;
        }

        if (!_gate.Settle(Stamp(content, _secretFiles), reading.Torn) || reading.Faults.Count > 0)
        {
            return (reading.Faults, !_gate.Waiting);
        }

        _catalog.Swap(reading.Vendors);
        _logger.Doubted("adapters.json", reading.Warnings);
        _logger.AdaptersLoaded(reading.Vendors.Count, reading.Vendors.Values.Count(static vendor => vendor.Enabled));
        return ([], true);
    }

    private static string Stamp(BoundedFile content, IReadOnlyDictionary<string, string> secrets)
    {
        var own = content.Bytes is null ? content.Problem : Convert.ToHexString(SHA256.HashData(content.Bytes));
        return string.Join('\n', secrets.Select(static secret => $"{secret.Key} {secret.Value}").Prepend(own));
    }
}

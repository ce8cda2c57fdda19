using System.Text;

using Sas.Interop.Hub.Configuration.Directories;

namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>Keeps the directory at the last good content of its files.</summary>
internal sealed class DirectoryLoad
{
    private readonly HubFile _main;
    private readonly IVendorCatalog _catalog;
    private readonly OwnerDirectory _directory;
    private readonly ReloadGate _gate;
    private readonly ILogger _logger;

    public DirectoryLoad(HubFile main, IVendorCatalog catalog, OwnerDirectory directory, TimeProvider time, ILogger<DirectoryLoad> logger)
    {
        _main = main;
        _catalog = catalog;
        _directory = directory;
        _logger = logger;
        _gate = new ReloadGate(time);
    }

    /// <summary>Counts the directories taken: a listener must be told when it has grown.</summary>
    public int Version { get; private set; }

    public bool Waiting => _gate.Waiting;

    /// <summary>All files whose change matters, those that are not there yet included.</summary>
    public IEnumerable<string> Files => [.. _main.Candidates, .. OwnFiles().Select(static file => file.Path)];

    /// <returns>Every fault; empty when the directory is loaded.</returns>
    public async Task<IReadOnlyList<ConfigFault>> LoadFirstAsync(CancellationToken cancellationToken)
    {
        var files = Current();
        return (await JudgeAsync(files, Stamp(files), cancellationToken)).Faults;
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var files = Current();
        var stamp = Stamp(files);
        if (!_gate.Admits(stamp))
        {
            return;
        }

        var (faults, settled) = await JudgeAsync(files, stamp, cancellationToken);
        if (faults.Count > 0 && settled)
        {
            _logger.Rejected("the directory", faults);
        }
    }

    private async Task<(IReadOnlyList<ConfigFault> Faults, bool Settled)> JudgeAsync(
        List<DirectoryFile> files,
        string stamp,
        CancellationToken cancellationToken)
    {
        var reading = files.Count == 0
            ? new DirectoryReading(DirectoryModel.Empty, [], [], false)
            : await DirectoryReader.ReadAsync(files, [.. _catalog.Current.Keys], cancellationToken);

        // A file that changed while it was read is as good as torn: the next look sees another stamp.
        var moved = Stamp(files) != stamp;
        if (!_gate.Settle(stamp, reading.Torn || moved) || reading.Faults.Count > 0)
        {
            return (reading.Faults, !_gate.Waiting);
        }

        _directory.Swap(reading.Model);
        Version++;
        _logger.Doubted("the directory", reading.Warnings);
        _logger.DirectoryLoaded(reading.Model.Owners.Count, reading.Model.Targets.Values.Sum(static targets => targets.Count));
        return ([], true);
    }

    private List<DirectoryFile> Current()
    {
        var files = new List<DirectoryFile>();
        if (_main.Find() is { } main)
        {
            files.Add(new DirectoryFile(main, null));
        }

        files.AddRange(OwnFiles());
        return files;
    }

    private IEnumerable<DirectoryFile> OwnFiles() => _catalog.Current.Values
        .Where(static vendor => vendor is { Enabled: true, DirectoryFile: not null })
        .OrderBy(static vendor => vendor.Id, StringComparer.Ordinal)
        .Select(static vendor => new DirectoryFile(vendor.DirectoryFile ?? string.Empty, vendor.Id));

    // A directory may have hundreds of megabytes: length and times tell a change without reading it.
    private static string Stamp(List<DirectoryFile> files)
    {
        var stamp = new StringBuilder();
        foreach (var file in files)
        {
            stamp.Append(file.Vendor).Append(' ').Append(file.Path).Append(' ').Append(FileStamp.Of(file.Path)).Append('\n');
        }

        return stamp.ToString();
    }
}

using System.Security.Cryptography;

using Sas.Interop.Hub.Configuration.Trust;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>Keeps the list of callers at the last good content of its file and of the files that it names.</summary>
internal sealed class CallersLoad
{
    private readonly HubFile _file;
    private readonly CallersFileReader _reader;
    private readonly CallersState _state;
    private readonly ReloadGate _gate;
    private readonly ILogger _logger;
    private Named _named = Named.None;

    public CallersLoad(HubFile file, CallersFileReader reader, CallersState state, TimeProvider time, ILogger<CallersLoad> logger)
    {
        _file = file;
        FilePath = file.Find() ?? string.Empty;
        _reader = reader;
        _state = state;
        _logger = logger;
        _gate = new ReloadGate(time);
    }

    /// <summary>The file, absolute.</summary>
    public string FilePath { get; }

    public bool Waiting => _gate.Waiting;

    /// <summary>All files whose change matters.</summary>
    public IEnumerable<string> Files => [FilePath, .. _named.Paths];

    /// <returns>Every fault; empty when the list is loaded.</returns>
    public IReadOnlyList<ConfigFault> LoadFirst() => Judge(BoundedFile.Read(FilePath, CallersFileReader.MaxBytes)).Faults;

    /// <summary>Looks whether anything changed, and takes it when it is good.</summary>
    public void Check()
    {
        var content = BoundedFile.Read(FilePath, CallersFileReader.MaxBytes);
        if (!_gate.Admits(Stamp(content, _named.Now())))
        {
            return;
        }

        var (faults, settled) = Judge(content);
        if (faults.Count > 0 && settled)
        {
            _logger.Rejected(Path.GetFileName(FilePath), faults);
        }
    }

    private (IReadOnlyList<ConfigFault> Faults, bool Settled) Judge(BoundedFile content)
    {
        var name = Path.GetFileName(FilePath);
        if (content.Bytes is null)
        {
            var missing = new ConfigFault(name, "$", 0, $"The file {content.Problem}; looked for at {string.Join(" and ", _file.Candidates)}.");
            return ([missing], _gate.Settle(Stamp(content, _named), torn: true));
        }

        var reading = _reader.Read(name, content.Bytes);
        if (reading.Model is not null || reading.Files.Count > 0)
        {
            // Otherwise the text could not be read so far, and what the one before named is still looked at.
            _named = new Named(reading.Files, reading.SecretFiles);
        }

        // A certificate and its key are two files: one of them may be new and the other one not yet.
        var moved = _named.Now().Text != _named.Text;
        if (!_gate.Settle(Stamp(content, _named), reading.Torn || moved) || reading.Model is null)
        {
            return (reading.Faults, !_gate.Waiting);
        }

        _state.Swap(reading.Model);
        _logger.Doubted(name, reading.Warnings);
        _logger.CallersLoaded(
            reading.Model.Callers.Count,
            reading.Model.Trust.Roots.Count,
            reading.Model.Trust.Lists.Count,
            reading.Model.Server?.Certificate.SerialNumber ?? "none");
        return ([], true);
    }

    private static string Stamp(BoundedFile content, Named named) =>
        $"{(content.Bytes is null ? content.Problem : Convert.ToHexString(SHA256.HashData(content.Bytes)))}\n{named.Text}";

    /// <summary>Files that the file of callers names. Lists may have megabytes, so length and time tell a change; a secret is short and is read.</summary>
    private sealed record Named(IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Secrets)
    {
        public static Named None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

        public IEnumerable<string> Paths => Files.Keys.Concat(Secrets.Keys);

        public string Text { get; } = string.Join('\n', Files.Concat(Secrets).Select(static file => $"{file.Key} {file.Value}"));

        /// <summary>The same files as they are now.</summary>
        public Named Now() => new(
            new SortedDictionary<string, string>(Files.Keys.ToDictionary(static file => file, FileStamp.Of, StringComparer.Ordinal), StringComparer.Ordinal),
            SecretStore.Look(Secrets.Keys));
    }
}

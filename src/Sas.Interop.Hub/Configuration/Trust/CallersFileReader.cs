using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>Reads and judges a whole file of callers and the files that it names: every fault at once, or the list.</summary>
internal sealed class CallersFileReader(CallersSurroundings surroundings, TimeProvider time)
{
    public const int MaxBytes = 1024 * 1024;
    public const int MostCallers = 500;

    public CallersReading Read(string fileName, ReadOnlyMemory<byte> utf8)
    {
        var faults = new FaultList(fileName);
        var files = new MaterialFiles(surroundings.Folder);
        var secrets = new SecretStore(surroundings.Folder, surroundings.Environment);
        CallersModel? model = null;
        if (SourceParser.Parse(utf8, ("$", 1), SourceBounds.Adapters, faults) is { } root && ObjectReader.Open(root, faults) is { } file)
        {
            model = ReadFile(file, files, secrets);
        }

        return new CallersReading(faults.Count == 0 ? model : null, faults.Faults(), faults.Warnings(), faults.Torn, files.Stamps, secrets.Files);
    }

    private CallersModel ReadFile(ObjectReader file, MaterialFiles files, SecretStore secrets)
    {
        var now = time.GetUtcNow();
        _ = file.Text("$schema", BaseUrlRule.Longest);
        var server = new ServerSection(files, secrets, now).Read(file);
        var trust = new TrustSection(files, now).Read(file);
        var proxy = ProxySection.Read(file);
        var loopbackHttp = file.Flag("loopbackHttp", fallback: false);
        JudgeAddresses(file, loopbackHttp);
        var callers = ReadCallers(file);
        file.Close();
        return new CallersModel { Server = server, Trust = trust, Proxy = proxy, LoopbackHttp = loopbackHttp, Callers = callers };
    }

    private void JudgeAddresses(ObjectReader file, bool loopbackHttp)
    {
        if (surroundings.SecureAddresses.Count > 0 && file.At.Find("server") is null)
        {
            file.Faults.Add("$.server", file.At.Line, $"Missing, and the hub is to listen on {Quoted.List(surroundings.SecureAddresses)}: name its certificate.");
        }

        if (surroundings.SecureAddresses.Count == 0 && file.At.Find("server") is { } unused)
        {
            file.Faults.Warn(unused, "Not shown to anybody: the hub listens on no https address. Give one with --urls.");
        }

        if (surroundings.PlainAddresses.Count > 0 && !loopbackHttp)
        {
            var at = file.At.Find("loopbackHttp") ?? file.At;
            file.Faults.Add(
                "$.loopbackHttp",
                at.Line,
                $"The hub is to listen on {Quoted.List(surroundings.PlainAddresses)}, where nobody can show a certificate: use https addresses only, or set loopbackHttp to true, for a proxy or health checks on this machine.");
        }
    }

    private List<CallerRule> ReadCallers(ObjectReader file)
    {
        if (file.At.Find("callers") is null)
        {
            file.Faults.Add("$.callers", file.At.Line, "Missing; an array with one entry a caller.");
        }

        var reader = new CallerEntryReader(surroundings.Vendors().ToHashSet(StringComparer.Ordinal));
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new List<(CallerRule Rule, SourceValue At)>();
        foreach (var at in file.List("callers", MostCallers))
        {
            // Ids are compared even when an entry has other faults, so that one look at the list is enough.
            if (at.Find("id") is { Text: { } id } named && !ids.TryAdd(id, at.Line))
            {
                file.Faults.Add(named, $"{Quoted.Text(id)} is the id of the entry on line {ids[id]} already; ids must differ.");
            }

            if (reader.Read(at, file.Faults) is not { } rule)
            {
                continue;
            }

            foreach (var (other, place) in read.Where(other => other.Rule.Overlaps(rule)))
            {
                file.Faults.Add(at, $"One certificate may fit this entry and '{other.Identity.Id}' on line {place.Line}: tell them apart by cn, ou, issuers or pins, or give one entry both roles.");
            }

            read.Add((rule, at));
        }

        return [.. read.Select(static one => one.Rule)];
    }
}

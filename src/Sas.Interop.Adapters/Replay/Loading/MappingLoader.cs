using System.Text.Json;
using Sas.Interop.Adapters.Replay.Json;
using Sas.Interop.Adapters.Replay.Matching;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Reads mapping folders whole: all stubs in the order in which they are asked, or all faults.</summary>
internal sealed class MappingLoader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MappingLimits.MaxDepth, AllowDuplicateProperties = false };
    private readonly FaultList _faults = new();
    private long _bytes;

    public IReadOnlyList<MappingFault> Faults => _faults.Items;

    public IReadOnlyList<ReplayStub> Load(IReadOnlyList<string> folders)
    {
        var loaded = new List<LoadedStub>();
        foreach (var folder in folders)
        {
            if (!Directory.Exists(Path.Combine(folder, "mappings")))
            {
                _faults.Add(folder, "$", "The folder has no mappings folder.");
                continue;
            }

            var files = BodyFiles.Read(folder, _faults, ref _bytes);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "mappings"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                if (loaded.Count > MappingLimits.MaxStubs)
                {
                    _faults.Add(folder, "$", $"There are more than {MappingLimits.MaxStubs} stubs.");
                    break;
                }

                ReadFile(folder, file, files, loaded);
            }
        }

        ReportAmbiguity(loaded);
        ReportSameIds(loaded);
        return [.. loaded
            .OrderBy(static one => one.Stub.Priority)
            .ThenBy(static one => one.File, StringComparer.Ordinal)
            .ThenByDescending(static one => one.Index)
            .Select(static one => one.Stub)];
    }

    private void ReadFile(string folder, string file, BodyFiles files, List<LoadedStub> loaded)
    {
        var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
        var length = new FileInfo(file).Length;
        _bytes += length;
        if (length > MappingLimits.MaxMappingBytes || _bytes > MappingLimits.MaxTotalBytes)
        {
            _faults.Add(name, "$", $"The file is longer than {MappingLimits.MaxMappingBytes} bytes, or all files together are longer than {MappingLimits.MaxTotalBytes}.");
            return;
        }

        using var document = Parse(file, name);
        if (document is null)
        {
            return;
        }

        var reader = new StubReader(files);
        var index = 0;
        foreach (var element in Stubs(new MappingElement(document.RootElement, name, "$", _faults)))
        {
            if (reader.Read(element) is { } stub)
            {
                loaded.Add(new LoadedStub(stub, folder, name, index++, element.Member("id")?.Text() ?? element.Member("uuid")?.Text()));
            }
        }
    }

    private JsonDocument? Parse(string file, string name)
    {
        try
        {
            var document = JsonDocument.Parse(WithoutMark(File.ReadAllBytes(file)), Options);
            if (JsonTexts.AreReadable(document.RootElement))
            {
                return document;
            }

            document.Dispose();
            _faults.Add(name, "$", "A text of the file is no valid Unicode.");
        }
        catch (JsonException exception)
        {
            _faults.Add(name, exception.Path ?? "$", $"The file is no valid JSON: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            // The search for duplicate names says so of a name that is no text.
            _faults.Add(name, "$", "A name of the file is no valid Unicode.");
        }
        catch (IOException exception)
        {
            _faults.Add(name, "$", $"The file cannot be read: {exception.Message}");
        }

        return null;
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes.AsMemory(3) : bytes;

    private static IEnumerable<MappingElement> Stubs(MappingElement root)
    {
        if (root.Json.ValueKind != JsonValueKind.Object || !root.Json.TryGetProperty("mappings", out _))
        {
            return [root];
        }

        root.IsObject(StubReader.MultiFileNames, StubReader.NoNames);
        return root.Member("mappings")?.Items() ?? [];
    }

    // WireMock's order of files depends on the disk, so two files must not compete for a request at one priority; inside a file the later stub is asked first.
    private void ReportAmbiguity(List<LoadedStub> loaded)
    {
        foreach (var group in loaded.GroupBy(static one => one.Stub.Priority))
        {
            var stubs = group.ToArray();
            for (var i = 0; i < stubs.Length; i++)
            {
                for (var j = i + 1; j < stubs.Length; j++)
                {
                    if ((stubs[i].File != stubs[j].File || stubs[i].Folder != stubs[j].Folder) && AreRivals(stubs[i].Stub, stubs[j].Stub))
                    {
                        _faults.Add(stubs[j].File, "$.priority", $"The stub may answer the same request as {stubs[i].Stub.Source} at the same priority; give one of them another priority.");
                    }
                }
            }
        }
    }

    private static bool AreRivals(ReplayStub left, ReplayStub right)
    {
        var isStateApart = left.Scenario is not null && left.Scenario == right.Scenario
            && left.RequiredState is not null && right.RequiredState is not null && left.RequiredState != right.RequiredState;
        return !isStateApart && PatternOverlap.MayOverlap(left.Request, right.Request);
    }

    private void ReportSameIds(List<LoadedStub> loaded)
    {
        foreach (var twin in loaded.Where(static one => one.Id is not null).GroupBy(static one => one.Id, StringComparer.OrdinalIgnoreCase).Where(static group => group.Count() > 1))
        {
            _faults.Add(twin.Last().File, "$.id", $"The id is already that of {twin.First().Stub.Source}.");
        }
    }

    private sealed record LoadedStub(ReplayStub Stub, string Folder, string File, int Index, string? Id);
}

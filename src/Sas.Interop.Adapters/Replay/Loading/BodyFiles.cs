using System.Text;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>The files of one <c>__files</c> folder, by their name relative to it.</summary>
internal sealed class BodyFiles
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledTemplate> _templates = new(StringComparer.Ordinal);

    public static BodyFiles Read(string folder, FaultList faults, ref long bytes)
    {
        var result = new BodyFiles();
        var root = Path.Combine(folder, "__files");
        if (!Directory.Exists(root))
        {
            return result;
        }

        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(MappingLimits.MaxFiles))
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            var length = new FileInfo(file).Length;
            bytes += length;
            if (length > MappingLimits.MaxBodyFileBytes || bytes > MappingLimits.MaxTotalBytes)
            {
                faults.Add($"__files/{name}", "$", $"The file is longer than {MappingLimits.MaxBodyFileBytes} bytes, or all files together are longer than {MappingLimits.MaxTotalBytes}.");
                continue;
            }

            result._files[name] = File.ReadAllBytes(file);
        }

        return result;
    }

    public byte[]? Find(string name) => _files.GetValueOrDefault(name);

    /// <summary>A file as a template, compiled once.</summary>
    /// <exception cref="TemplateFaultException">The file is no valid template.</exception>
    public CompiledTemplate Template(string name)
    {
        if (!_templates.TryGetValue(name, out var template))
        {
            _templates[name] = template = CompiledTemplate.Compile(Encoding.UTF8.GetString(_files[name]));
        }

        return template;
    }

    /// <summary>All files as templates, for a stub that chooses one by a template.</summary>
    public IReadOnlyDictionary<string, CompiledTemplate> AllTemplates()
    {
        foreach (var name in _files.Keys)
        {
            Template(name);
        }

        return _templates;
    }
}

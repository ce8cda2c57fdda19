using System.Text;
using Sas.Interop.Adapters.Replay.Json;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay;

/// <summary>The body of an answer: fixed bytes, a template, or a file chosen by a template.</summary>
internal sealed class StubBody
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly CompiledTemplate? _template;
    private readonly IReadOnlyDictionary<string, CompiledTemplate>? _files;
    private readonly bool _isJson;

    private StubBody(ReadOnlyMemory<byte> bytes, CompiledTemplate? template, IReadOnlyDictionary<string, CompiledTemplate>? files, bool isJson) =>
        (_bytes, _template, _files, _isJson) = (bytes, template, files, isJson);

    public static StubBody Empty { get; } = Fixed(default);

    public static StubBody Fixed(ReadOnlyMemory<byte> bytes) => new(bytes, null, null, false);

    /// <summary>A body made by a template; as JSON its result must be well-formed.</summary>
    public static StubBody Template(CompiledTemplate template, bool isJson) => new(default, template, null, isJson);

    /// <summary>A body file whose name is a template; only files that were loaded can be chosen.</summary>
    public static StubBody File(CompiledTemplate name, IReadOnlyDictionary<string, CompiledTemplate> files) => new(default, name, files, false);

    /// <exception cref="TemplateFaultException">The template cannot be evaluated for this request.</exception>
    public ReadOnlyMemory<byte> Write(TemplateMap model, DateTimeOffset now)
    {
        if (_template is null)
        {
            return _bytes;
        }

        var text = _template.Evaluate(model, now);
        if (_files is not null)
        {
            text = _files.TryGetValue(text, out var file) ? file.Evaluate(model, now) : throw new TemplateFaultException("The chosen body file does not exist.");
        }

        if (_isJson)
        {
            using var document = JsonBody.TryParse(text) ?? throw new TemplateFaultException("The template of a JSON body gave no JSON.");
        }

        return Encoding.UTF8.GetBytes(text);
    }
}

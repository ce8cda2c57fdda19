namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A template, parsed and checked once; evaluation is thread-safe.</summary>
internal sealed class CompiledTemplate
{
    private readonly IReadOnlyList<TemplateNode> _nodes;
    private readonly string? _constant;

    private CompiledTemplate(IReadOnlyList<TemplateNode> nodes)
    {
        _nodes = nodes;
        _constant = nodes.All(static node => node is TextNode) ? string.Concat(nodes.Cast<TextNode>().Select(static node => node.Text)) : null;
    }

    /// <summary>Parses a template.</summary>
    /// <exception cref="TemplateFaultException">The template is malformed, or uses what is not supported.</exception>
    public static CompiledTemplate Compile(string source)
    {
        if (source.Length > TemplateLimits.MaxLength)
        {
            throw new TemplateFaultException($"The template is longer than {TemplateLimits.MaxLength} characters.");
        }

        return new CompiledTemplate(new TemplateParser(source).Parse());
    }

    /// <summary>Text that is no template, whatever it holds.</summary>
    public static CompiledTemplate Constant(string text) => new([new TextNode(text)]);

    public string Evaluate(TemplateMap model, DateTimeOffset now)
    {
        if (_constant is not null)
        {
            return _constant;
        }

        var run = new TemplateRun(now);
        return run.Capture(() => TemplateNode.WriteAll(_nodes, new TemplateScope(run, model)));
    }
}

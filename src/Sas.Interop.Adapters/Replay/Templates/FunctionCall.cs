namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>One evaluation of a function: its arguments by need, and its block when it opened one.</summary>
internal readonly struct FunctionCall(CallExpression expression, TemplateScope scope, TemplateBlock? block)
{
    public int Count => expression.Arguments.Count;

    public TemplateRun Run => scope.Run;

    public TemplateScope Scope => scope;

    public TemplateBlock? Block => block;

    public string Name => expression.Function.Name;

    public object? this[int index] => index < expression.Arguments.Count ? expression.Arguments[index].Evaluate(scope) : null;

    public object? Named(string name) => expression.Named.GetValueOrDefault(name)?.Evaluate(scope);

    public string? NamedText(string name) => Named(name) is { } value ? TemplateValue.Print(value) : null;

    public string Text(int index) => this[index] is { } value
        ? TemplateValue.Print(value)
        : throw new TemplateFaultException($"'{Name}' needs a value as argument {index + 1}.");

    public int Number(int index) => this[index] is long number && number is >= int.MinValue and <= int.MaxValue
        ? (int)number
        : throw new TemplateFaultException($"'{Name}' needs a whole number as argument {index + 1}.");

    /// <summary>Answers a condition: as a block it writes one of its branches, else it is the value itself (or the texts named yes and no).</summary>
    public object? Choose(bool condition)
    {
        if (block is not null)
        {
            block.Write(scope, condition);
            return null;
        }

        return Named(condition ? "yes" : "no") ?? condition;
    }
}

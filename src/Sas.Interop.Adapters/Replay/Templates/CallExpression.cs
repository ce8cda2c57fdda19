namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A function with its arguments, as a tag or inside parentheses.</summary>
internal sealed class CallExpression(TemplateFunction function, IReadOnlyList<TemplateExpression> arguments, IReadOnlyDictionary<string, TemplateExpression> named) : TemplateExpression
{
    public TemplateFunction Function => function;

    public IReadOnlyList<TemplateExpression> Arguments => arguments;

    public IReadOnlyDictionary<string, TemplateExpression> Named => named;

    public override object? Evaluate(TemplateScope scope) => Invoke(scope, null);

    public object? Invoke(TemplateScope scope, TemplateBlock? block)
    {
        scope.Run.Step();
        return function.Invoke(new FunctionCall(this, scope, block));
    }

    /// <summary>The text of a named argument when it is a constant, so that it can be checked at load; null otherwise.</summary>
    public string? ConstantText(string name) => named.GetValueOrDefault(name) is LiteralExpression { Value: string text } ? text : null;

    /// <summary>The text of a positional argument when it is a constant; null otherwise.</summary>
    public string? ConstantText(int index) => index < arguments.Count && arguments[index] is LiteralExpression { Value: string text } ? text : null;
}

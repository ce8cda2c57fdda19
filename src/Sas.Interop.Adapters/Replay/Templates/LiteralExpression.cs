namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A constant.</summary>
internal sealed class LiteralExpression(object? value) : TemplateExpression
{
    public object? Value { get; } = value;

    public override object? Evaluate(TemplateScope scope) => Value;
}

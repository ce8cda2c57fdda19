namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Something in a tag that has a value.</summary>
internal abstract class TemplateExpression
{
    public abstract object? Evaluate(TemplateScope scope);
}

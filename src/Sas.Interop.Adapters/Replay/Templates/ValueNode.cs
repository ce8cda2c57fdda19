namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A tag that prints a value.</summary>
internal sealed class ValueNode(TemplateExpression expression) : TemplateNode
{
    public override void Write(TemplateScope scope) => scope.Run.Append(TemplateValue.Print(expression.Evaluate(scope)));
}

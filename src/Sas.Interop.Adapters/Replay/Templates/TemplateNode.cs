namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A piece of a template that writes itself.</summary>
internal abstract class TemplateNode
{
    public abstract void Write(TemplateScope scope);

    public static void WriteAll(IReadOnlyList<TemplateNode> nodes, TemplateScope scope)
    {
        foreach (var node in nodes)
        {
            scope.Run.Step();
            node.Write(scope);
        }
    }
}

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Text between tags.</summary>
internal sealed class TextNode(string text) : TemplateNode
{
    public string Text => text;

    public override void Write(TemplateScope scope) => scope.Run.Append(text);
}

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A tag with a body: the call that governs it, the names it gives to items, and its two branches.</summary>
internal sealed class TemplateBlock(CallExpression call, IReadOnlyList<string> names, IReadOnlyList<TemplateNode> body, IReadOnlyList<TemplateNode> otherwise) : TemplateNode
{
    public override void Write(TemplateScope scope)
    {
        // Some functions answer with a value even as a block (arrayJoin); the others write and answer null.
        if (call.Invoke(scope, this) is { } value)
        {
            scope.Run.Append(TemplateValue.Print(value));
        }
    }

    public void Write(TemplateScope scope, bool condition) => WriteAll(condition ? body : otherwise, scope);

    /// <summary>Writes the body for one item, under the block's own names for the item and its key.</summary>
    public void WriteItem(TemplateScope parent, object? item, object? key, LoopPosition? position)
    {
        parent.Run.Step();
        Dictionary<string, object?>? named = null;
        if (names.Count > 0)
        {
            named = new Dictionary<string, object?>(StringComparer.Ordinal) { [names[0]] = item };
            if (names.Count > 1)
            {
                named[names[1]] = key;
            }
        }

        WriteAll(body, new TemplateScope(parent, item, named, position));
    }
}

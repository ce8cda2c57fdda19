using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Validation.Tree;

/// <summary>Reads FHIR JSON into nodes, within bounds, and reports what the JSON form alone forbids: double members, empty parts, broken texts.</summary>
/// <param name="findings">Takes what is found.</param>
/// <param name="maxDepth">Nested objects and lists.</param>
/// <param name="maxNodes">Nodes in all.</param>
internal sealed class NodeReader(Findings findings, int maxDepth, int maxNodes)
{
    private const string JsonRule = "json";
    private const string EmptyRule = "ele-1";

    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(static code => (char)code).Except(['\t', '\r', '\n'])]);

    private readonly TextPool _pool = new();
    private int _count;

    /// <summary>The root of the text; null after a fatal finding.</summary>
    public Node? Read(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                findings.Add(new Finding(IssueKind.NotAnObject, null, JsonRule));
                return null;
            }

            var root = new Node(null, null, 0) { Form = NodeForm.Object, IsResource = true };
            if (!ReadObject(ref reader, root))
            {
                return null;
            }

            reader.Read();
            return root;
        }
        catch (JsonException fault)
        {
            findings.Add(new Finding(IssueKind.JsonSyntax, null, JsonRule, Number((fault.LineNumber ?? 0) + 1), Number((fault.BytePositionInLine ?? 0) + 1)));
            return null;
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private bool ReadObject(ref Utf8JsonReader reader, Node owner)
    {
        var isEmpty = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            var name = NameAt(ref reader);
            reader.Read();
            if (!ReadMember(ref reader, owner, name))
            {
                return false;
            }
        }

        if (isEmpty)
        {
            Empty(owner);
        }

        foreach (var group in owner.Groups)
        {
            SettleNulls(group);
        }

        return true;
    }

    private string NameAt(ref Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        foreach (var code in utf8)
        {
            if (!char.IsAsciiLetterOrDigit((char)code) && code != (byte)'_')
            {
                return MemberNames.Printable(utf8);
            }
        }

        return utf8.Length is > 0 and <= 64 ? _pool.Take(utf8) : MemberNames.Printable(utf8);
    }

    private bool ReadMember(ref Utf8JsonReader reader, Node owner, string name)
    {
        var isSibling = name.Length > 1 && name[0] == '_';
        var group = owner.Open(isSibling ? name[1..] : name);
        if (isSibling ? group.HasSibling : group.HasMember)
        {
            findings.Add(new Finding(IssueKind.DuplicateMember, owner, JsonRule, name) { Child = name });
            group = new NodeGroup(name); // Judged for its JSON form only: the first one stands.
        }

        group.HasSibling |= isSibling;
        group.HasMember |= !isSibling;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return ReadItem(ref reader, (owner, group, 0), isSibling);
        }

        group.IsList = true;
        var index = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (!ReadItem(ref reader, (owner, group, index), isSibling))
            {
                return false;
            }
        }

        if (index == 0)
        {
            findings.Add(new Finding(IssueKind.EmptyValue, owner, EmptyRule, name) { Child = name });
        }

        return true;
    }

    private bool ReadItem(ref Utf8JsonReader reader, (Node Owner, NodeGroup Group, int Index) place, bool isSibling)
    {
        if (_count++ >= maxNodes)
        {
            findings.Add(new Finding(IssueKind.TooManyNodes, null, "size", Number(maxNodes)));
            return false;
        }

        if (IsTooDeep(ref reader))
        {
            return false;
        }

        var isKnown = place.Index < place.Group.Nodes.Count;
        var node = isKnown ? place.Group.Nodes[place.Index] : new Node(place.Owner, place.Group, place.Index) { Order = _count };
        if (!isKnown)
        {
            place.Group.Nodes.Add(node);
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            node.Form = isSibling ? node.Form : NodeForm.Object;
            return ReadObject(ref reader, node);
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            node.Form = NodeForm.List;
            return Skip(ref reader);
        }

        if (isSibling && reader.TokenType != JsonTokenType.Null)
        {
            findings.Add(new Finding(IssueKind.WrongJsonType, node, JsonRule, "_" + place.Group.Name, "Element"));
            return true;
        }

        ReadValue(ref reader, node);
        return true;
    }

    private void ReadValue(ref Utf8JsonReader reader, Node node)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                node.Form = NodeForm.Text;
                ReadText(ref reader, node);
                break;
            case JsonTokenType.Number:
                node.Form = NodeForm.Number;
                node.Text = _pool.Take(reader.ValueSpan);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                node.Form = NodeForm.Boolean;
                node.Text = reader.TokenType == JsonTokenType.True ? "true" : "false";
                break;
            default:
                break; // A null: settled when the siblings are known.
        }
    }

    private void ReadText(ref Utf8JsonReader reader, Node node)
    {
        try
        {
            node.Text = reader.ValueIsEscaped ? reader.GetString() : _pool.Take(reader.ValueSpan);
        }
        catch (InvalidOperationException)
        {
            // The escapes form half of a surrogate pair, or the bytes are no UTF-8.
            node.Text = "?";
            findings.Add(new Finding(IssueKind.BrokenText, node, JsonRule, node.Element));
            return;
        }

        if (node.Text!.Length == 0) // A string token always yields a text.
        {
            Empty(node);
        }
        else if (node.Text.AsSpan().ContainsAny(Forbidden))
        {
            findings.Add(new Finding(IssueKind.BrokenText, node, JsonRule, node.Element));
        }
    }

    /// <summary>A null stands for a value without content in a list of primitives only where the sibling has some.</summary>
    private void SettleNulls(NodeGroup group)
    {
        foreach (var node in group.Nodes)
        {
            if (node.Form == NodeForm.None && node.Groups.Count == 0)
            {
                Empty(node);
            }
        }
    }

    private void Empty(Node node) => findings.Add(new Finding(IssueKind.EmptyValue, node, EmptyRule, node.Element));

    private bool IsTooDeep(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || reader.CurrentDepth < maxDepth)
        {
            return false;
        }

        findings.Add(new Finding(IssueKind.TooDeep, null, "depth", Number(maxDepth)));
        return true;
    }

    private bool Skip(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (IsTooDeep(ref reader))
            {
                return false;
            }
        }

        return true;
    }
}

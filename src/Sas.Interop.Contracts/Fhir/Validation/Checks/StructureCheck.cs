using System.Collections.Frozen;
using Sas.Interop.Contracts.Fhir.Validation.Tree;
using Sas.Interop.Contracts.Fhir.Validation.Types;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Checks a tree against base R4: which members a type has, their JSON form, mandatory elements, grammars and closed code lists. Names the type of each node.</summary>
/// <param name="findings">Takes what is found.</param>
internal sealed class StructureCheck(Findings findings)
{
    private const string RulePrefix = "R4#";

    /// <summary>Members of an element that is a primitive: what its <c>_name</c> sibling may have.</summary>
    private static readonly FrozenDictionary<string, TypeElement> PrimitiveParts = new Dictionary<string, TypeElement>
    {
        ["id"] = new("id", "string", false),
        ["extension"] = new("extension", "Extension", true),
    }.ToFrozenDictionary();

    /// <summary>The resources of modelled types that were met, containers before what they hold.</summary>
    public List<Node> Resources { get; } = [];

    /// <summary>Every node of a datatype that has invariants of its own, with its type.</summary>
    public List<Node> Datatypes { get; } = [];

    public void CheckResource(Node resource)
    {
        resource.IsResource = true;
        if (resource.Find("resourceType") is not { IsList: false, Nodes: [{ Form: NodeForm.Text, Text: { } type }] })
        {
            findings.Add(new Finding(IssueKind.ResourceTypeMissing, resource, RulePrefix + "Resource") { Child = "resourceType" });
            return;
        }

        if (!BaseTypes.IsResource(type))
        {
            findings.Add(new Finding(IssueKind.ResourceTypeUnknown, resource, RulePrefix + "Resource") { Child = "resourceType" });
            return;
        }

        resource.Type = type;
        Resources.Add(resource);
        if (BaseTypes.Find(type) is { } elements)
        {
            CheckMembers(resource, type, elements);
        }
        else
        {
            findings.Add(new Finding(IssueKind.ResourceTypeNotModelled, resource, RulePrefix + "Resource"));
        }
    }

    private void CheckMembers(Node node, string type, FrozenDictionary<string, TypeElement> elements)
    {
        foreach (var group in node.Groups)
        {
            if (elements.TryGetValue(group.Name, out var element))
            {
                CheckGroup(node, type, group, element);
            }
            else if (!node.IsResource || group.Name != "resourceType" || group.HasSibling)
            {
                findings.Add(new Finding(IssueKind.UnknownElement, node, RulePrefix + type, type) { Child = group.Name });
            }
        }

        foreach (var demand in BaseDemands.Of(type))
        {
            CheckDemand(node, type, demand);
        }
    }

    private void CheckGroup(Node owner, string type, NodeGroup group, TypeElement element)
    {
        var rule = RulePrefix + type + "." + element.Element;
        if (element.Element != group.Name)
        {
            if (owner.Children(element.Element).Count > 0)
            {
                findings.Add(new Finding(IssueKind.SeveralChoiceTypes, owner, rule, element.Element) { Child = element.Element });
            }

            group.Element = element.Element;
        }

        if (element.IsList != group.IsList)
        {
            findings.Add(new Finding(element.IsList ? IssueKind.ListExpected : IssueKind.SingleExpected, owner, rule, element.Element) { Child = element.Element });
        }

        var isPrimitive = BaseTypes.IsPrimitive(element.Type);
        if (group.HasSibling && !isPrimitive)
        {
            findings.Add(new Finding(IssueKind.UnknownElement, owner, RulePrefix + type, type) { Child = "_" + group.Name });
        }

        foreach (var node in group.Nodes)
        {
            if (isPrimitive)
            {
                CheckPrimitive(node, element.Type, rule);
            }
            else
            {
                CheckComplex(node, element.Type, rule);
            }
        }
    }

    private void CheckPrimitive(Node node, string type, string rule)
    {
        node.Type = type;
        if (node.Form != NodeForm.None && node.Form != PrimitiveGrammar.FormOf(type))
        {
            findings.Add(new Finding(IssueKind.WrongJsonType, node, rule, node.Element, type));
            return;
        }

        // An empty text was reported when it was read.
        if (node.Text is { Length: > 0 } text && !PrimitiveGrammar.Follows(type, text))
        {
            findings.Add(new Finding(IssueKind.PrimitiveFormat, node, rule, type));
        }

        if (node.Groups.Count > 0)
        {
            CheckMembers(node, "Element", PrimitiveParts);
        }
    }

    private void CheckComplex(Node node, string type, string rule)
    {
        if (node.Form != NodeForm.Object)
        {
            if (node.Form != NodeForm.None)
            {
                findings.Add(new Finding(IssueKind.WrongJsonType, node, rule, node.Element, type == "Resource" ? type : "Element"));
            }

            return;
        }

        if (type == "Resource")
        {
            CheckResource(node);
            return;
        }

        node.Type = type;
        if (BaseInvariants.HasDatatype(type))
        {
            Datatypes.Add(node);
        }

        if (BaseTypes.Find(type) is { } elements)
        {
            CheckMembers(node, type, elements);
        }
    }

    private void CheckDemand(Node owner, string type, ElementDemand demand)
    {
        var rule = RulePrefix + type + "." + demand.Name;
        var nodes = owner.Children(demand.Name);
        if (demand.IsMandatory && nodes.Count == 0)
        {
            findings.Add(new Finding(IssueKind.Missing, owner, rule, demand.Name, "1", "0") { Child = demand.Name });
        }

        if (demand.Codes is null || BaseCodes.Find(demand.Codes) is not { } codes)
        {
            return;
        }

        foreach (var node in nodes)
        {
            if (node is { Form: NodeForm.Text, Text: { Length: > 0 } code } && !codes.Contains(code))
            {
                findings.Add(new Finding(IssueKind.BindingRequired, node, rule, demand.Name, BaseCodes.Prefix + demand.Codes));
            }
        }
    }
}

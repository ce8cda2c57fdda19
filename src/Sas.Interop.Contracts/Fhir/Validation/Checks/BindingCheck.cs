using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Judges codes against the value set that binds them.</summary>
internal static class BindingCheck
{
    public static void Check(ValidationRun run, Node node, ElementRule rule, Verdict verdict)
    {
        // The closed lists of base R4 were judged with the base rules where they bind an element of type code.
        if (rule.Binding is not { } binding || (node.Form == NodeForm.Text && run.Codes.IsBase(binding.ValueSet)))
        {
            return;
        }

        if (!run.Codes.Knows(binding.ValueSet))
        {
            verdict.Add(new Finding(IssueKind.BindingUnresolved, node, rule.Rule, binding.ValueSet) { Once = binding.ValueSet });
            return;
        }

        switch (Find(run.Codes, node, binding.ValueSet))
        {
            case Membership.Unknown:
                verdict.Add(new Finding(IssueKind.BindingUnresolved, node, rule.Rule, binding.ValueSet) { Once = binding.ValueSet });
                break;
            case Membership.No when binding.IsRequired:
                verdict.Add(new Finding(IssueKind.BindingRequired, node, rule.Rule, rule.Name, binding.ValueSet));
                break;
            case Membership.No when HasCode(node):
                verdict.Add(new Finding(IssueKind.BindingExtensible, node, rule.Rule, rule.Name, binding.ValueSet));
                break;
            default:
                break;
        }
    }

    /// <summary>Whether a code, a Coding, or any Coding of a CodeableConcept is in a value set.</summary>
    public static Membership Find(CodeLookup codes, Node node, string valueSet)
    {
        if (node.Form == NodeForm.Text)
        {
            return codes.Find(valueSet, null, node.Text ?? "");
        }

        if (node.Find("coding") is not { } codings)
        {
            // Without a system a Coding is in no value set.
            return node.TextOf("code") is { } code ? codes.Find(valueSet, node.TextOf("system") ?? "", code) : Membership.No;
        }

        var result = Membership.No;
        foreach (var coding in codings.Nodes)
        {
            var one = coding.TextOf("code") is { } code ? codes.Find(valueSet, coding.TextOf("system") ?? "", code) : Membership.No;
            if (one == Membership.Yes)
            {
                return one;
            }

            result = one == Membership.Unknown ? one : result;
        }

        return result;
    }

    private static bool HasCode(Node node) => node.Form == NodeForm.Text || node.Find("code") is not null || node.Find("coding") is not null;
}

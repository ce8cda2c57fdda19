using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>One validation: base rules, invariants, profiles, references.</summary>
/// <param name="definitions">The profiles and value sets.</param>
/// <param name="findings">Takes what is found.</param>
internal sealed class ResourceCheck(DefinitionSet definitions, Findings findings)
{
    public void Run(Node root, ValidationRequest request)
    {
        _ = definitions;
        new StructureCheck(findings).CheckResource(root);
        if (request.ResourceType is { } due && root.Type is { } type && type != due)
        {
            findings.Add(new Finding(IssueKind.ResourceTypeMismatch, root, "R4#Resource", due));
        }
    }
}

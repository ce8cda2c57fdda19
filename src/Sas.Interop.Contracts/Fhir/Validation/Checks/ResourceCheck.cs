using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Paths;
using Sas.Interop.Contracts.Fhir.Validation.Tree;
using Sas.Interop.Contracts.Fhir.Validation.Types;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>One validation: base rules, invariants, profiles, and last the targets of references.</summary>
internal sealed class ResourceCheck
{
    private const string BaseProfile = "http://hl7.org/fhir/StructureDefinition/";
    private readonly ValidationRun _run;
    private readonly ValidationRequest _request;
    private readonly Findings _findings;
    private readonly ProfileCheck _profiles;
    private readonly ReferenceCheck _references;
    private readonly Verdict _top;

    public ResourceCheck(DefinitionIndex definitions, PathExpressions expressions, ValidationRequest request, Findings findings)
    {
        _run = new ValidationRun(definitions, expressions, request.MaxIssues);
        _request = request;
        _findings = findings;
        _profiles = new ProfileCheck(_run);
        _references = new ReferenceCheck(_run, _profiles);
        _top = _run.NewVerdict();
    }

    public void Run(Node root)
    {
        var forms = new Findings(_request.MaxIssues);
        var structure = new StructureCheck(forms);
        structure.CheckResource(root);
        if (_request.ResourceType is { } due && root.Type is { } type && type != due)
        {
            _findings.Add(new Finding(IssueKind.ResourceTypeMismatch, root, "R4#Resource", due));
        }

        foreach (var resource in structure.Resources)
        {
            CheckProfiles(resource, isRoot: resource == root);
            CheckInvariants(resource);
        }

        foreach (var node in structure.Datatypes)
        {
            CheckDatatype(node);
        }

        CheckReferences();

        _findings.AddAll(_profiles.Remarks.Own);

        // Profiles first: where they and base R4 demand the same, their rule is the one to name.
        _findings.AddAll(forms);
    }

    private void CheckProfiles(Node resource, bool isRoot)
    {
        if (isRoot && _request.Profiles.Count > 0)
        {
            foreach (var canonical in _request.Profiles)
            {
                Apply(resource, canonical, resource);
            }

            return;
        }

        foreach (var claim in resource.Children("meta").SelectMany(static meta => meta.Children("profile")))
        {
            if (claim.Text is { Length: > 0 } canonical)
            {
                Apply(resource, canonical, claim);
            }
        }
    }

    private void Apply(Node resource, string canonical, Node claim)
    {
        if (_run.Definitions.FindProfile(canonical) is { } profile)
        {
            _top.Include(_profiles.Judge(resource, profile));
        }
        else if (DefinitionIndex.Bare(canonical) != BaseProfile + resource.Type)
        {
            _top.Add(new Finding(IssueKind.ProfileUnknown, claim, "R4#Meta.profile"));
        }
    }

    private void CheckDatatype(Node node)
    {
        CheckInvariants(node);
        if (node.Type == "Reference")
        {
            _references.CheckAnswered(node, _top);
        }
        else if (node is { Type: "Extension" } && node.TextOf("url") is { Length: > 0 } url)
        {
            // The parts of an extension have relative URLs, which its own definition judges.
            if (_run.Definitions.FindProfile(url) is { Type: "Extension" } profile)
            {
                _top.Include(_profiles.Judge(node, profile));
            }
            else if (url.Contains(':', StringComparison.Ordinal))
            {
                _top.Add(new Finding(IssueKind.ExtensionUnknown, node, "R4#Extension.url") { Once = url });
            }
        }
    }

    private void CheckInvariants(Node node)
    {
        foreach (var invariant in BaseInvariants.Of(node.Type ?? ""))
        {
            _run.Judge(node, invariant.ToRule(), _top);
        }
    }

    /// <summary>Tells all verdicts that count, and judges the targets of their references until there are no more.</summary>
    private void CheckReferences()
    {
        HashSet<Verdict> told = [];
        for (Verdict? next = _top; next is not null;)
        {
            var targets = _run.NewVerdict();
            var hasReferences = false;
            foreach (var verdict in next.Unfold(told))
            {
                _findings.AddAll(verdict.Own);
                foreach (var (node, rule) in verdict.References)
                {
                    hasReferences = true;
                    _references.Check(node, rule, targets);
                }
            }

            next = hasReferences ? targets : null;
        }
    }
}

using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;
using Sas.Interop.Contracts.Fhir.Validation.Types;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Judges where references lead: kind, type, and profile of what is in the text.</summary>
/// <param name="run">Shared state of the validation.</param>
/// <param name="profiles">Judges targets.</param>
internal sealed class ReferenceCheck(ValidationRun run, ProfileCheck profiles)
{
    private const string BaseProfile = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>Judges one reference by the rule of its element.</summary>
    public void Check(Node node, ElementRule rule, Verdict verdict)
    {
        if (rule.Types.FirstOrDefault(static type => type.Code == "Reference") is not { } type)
        {
            return;
        }

        var found = run.References.Resolve(node);
        if (found is { } literal && !IsAllowed(literal, type.Aggregation))
        {
            verdict.Add(new Finding(IssueKind.ReferenceAggregation, node, rule.Rule, rule.Name, string.Join(", ", type.Aggregation)));
        }

        var allowed = type.TargetProfiles.Select(TypeOf).ToArray();
        var targetType = found is null ? node.TextOf("type") : found.Value.Type;
        if (targetType is not null && BaseTypes.IsResource(targetType) && allowed.Length > 0 && !allowed.Any(one => one is null || one == targetType || one == "Resource"))
        {
            verdict.Add(new Finding(IssueKind.ReferenceType, node, rule.Rule, rule.Name, string.Join(", ", allowed.Distinct())));
        }
        else if (found is { Target: { } target })
        {
            CheckTarget(node, target, rule, (type, verdict));
        }
    }

    /// <summary>Tells a relative reference of a search result that leads nowhere; the platform looks for its target among the entries (CONTRACT §3.7).</summary>
    public void CheckAnswered(Node reference, Verdict verdict)
    {
        if (run.References.Resolve(reference) is { IsRelative: true, Target: null }
            && ReferenceResolver.Enclosing(reference.RootResource) is { } bundle && bundle.TextOf("type") == "searchset")
        {
            verdict.Add(new Finding(IssueKind.ReferenceUnresolved, reference, "CONTRACT §3.7", reference.Element));
        }
    }

    private void CheckTarget(Node node, Node target, ElementRule rule, (TypeRule Type, Verdict Verdict) demand)
    {
        List<Profile> candidates = [];
        foreach (var canonical in demand.Type.TargetProfiles)
        {
            if (run.Definitions.FindProfile(canonical) is not { } profile)
            {
                if (TypeOf(canonical) is null || TypeOf(canonical) == target.Type)
                {
                    return; // Any resource of the type will do, or what would do is not known.
                }
            }
            else if (profile.Type == target.Type)
            {
                candidates.Add(profile);
            }
        }

        if (candidates.Count == 1)
        {
            demand.Verdict.Include(profiles.Judge(target, candidates[0]));
        }
        else if (candidates.Count > 1 && candidates.TrueForAll(profile => profiles.Judge(target, profile).HasErrors))
        {
            demand.Verdict.Add(new Finding(IssueKind.ReferenceProfile, node, rule.Rule, rule.Name));
        }
    }

    private static bool IsAllowed(ReferenceTarget target, IReadOnlyList<string> aggregation) =>
        aggregation.Count == 0
        || (target.IsContained ? aggregation.Contains("contained")
            : aggregation.Contains("referenced") || (aggregation.Contains("bundled") && target.Target is not null));

    /// <summary>The type that a target profile is for; null when the profile is not known.</summary>
    private string? TypeOf(string canonical)
    {
        if (run.Definitions.FindProfile(canonical) is { } profile)
        {
            return profile.Type;
        }

        var url = DefinitionIndex.Bare(canonical);
        var type = url.StartsWith(BaseProfile, StringComparison.Ordinal) ? url[BaseProfile.Length..] : "";
        return BaseTypes.IsResource(type) || type == "Resource" ? type : null;
    }
}

using System.Collections.Frozen;
using Sas.Interop.Contracts.Fhir.Validation.Types;

namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>Says whether a code is in a value set of the definitions, or in one of the closed lists of base R4.</summary>
/// <param name="index">The definitions.</param>
internal sealed class CodeLookup(DefinitionIndex index)
{
    private const int MaxDepth = 8;

    /// <summary>Whether anything is known of the value set.</summary>
    public bool Knows(string valueSet) => index.FindValueSet(valueSet) is not null || FindBase(valueSet) is not null;

    /// <summary>Whether the value set is one of base R4 that the base rules judge already.</summary>
    public bool IsBase(string valueSet) => index.FindValueSet(valueSet) is null && FindBase(valueSet) is not null;

    /// <summary>Looks a code up.</summary>
    /// <param name="valueSet">Canonical URL.</param>
    /// <param name="system">Code system; null for an element of type code, whose system the value set implies.</param>
    /// <param name="code">The code.</param>
    public Membership Find(string valueSet, string? system, string code) => Find(valueSet, system, code, 0);

    private Membership Find(string valueSet, string? system, string code, int depth)
    {
        if (index.FindValueSet(valueSet) is { } list && depth < MaxDepth)
        {
            return Without(Any(list.Includes, system, code, depth), Any(list.Excludes, system, code, depth));
        }

        if (FindBase(valueSet) is { } codes)
        {
            var isMeant = system is null || (valueSet.Contains(BaseCodes.IdentifierTypes, StringComparison.Ordinal) && system == BaseCodes.IdentifierTypeSystem);
            return isMeant && codes.Contains(code) ? Membership.Yes : Membership.No;
        }

        return Membership.Unknown;
    }

    private static Membership Without(Membership included, Membership excluded) => (included, excluded) switch
    {
        (Membership.Yes, Membership.Yes) => Membership.No,
        (Membership.Yes, Membership.Unknown) => Membership.Unknown,
        _ => included,
    };

    private Membership Any(IReadOnlyList<CodePart> parts, string? system, string code, int depth)
    {
        var result = Membership.No;
        foreach (var part in parts)
        {
            var one = InPart(part, system, code, depth);
            result = one == Membership.No ? result : one;
            if (result == Membership.Yes)
            {
                return result;
            }
        }

        return result;
    }

    private Membership InPart(CodePart part, string? system, string code, int depth)
    {
        var result = InSystem(part, system, code);
        foreach (var valueSet in part.ValueSets)
        {
            var other = Find(valueSet, system, code, depth + 1);
            if (result == Membership.No || other == Membership.No)
            {
                return Membership.No;
            }

            result = result == Membership.Unknown ? result : other;
        }

        return result;
    }

    private Membership InSystem(CodePart part, string? system, string code)
    {
        if (part.System is null)
        {
            return part.ValueSets.Count > 0 ? Membership.Yes : Membership.No;
        }

        if (system is not null && system != part.System)
        {
            return Membership.No;
        }

        if (part.Codes is not null)
        {
            return part.Codes.Contains(code) ? Membership.Yes : Membership.No;
        }

        if (part.HasFilter)
        {
            return Membership.Unknown;
        }

        // The whole system: every code of it, when they are known; any code of the named system otherwise.
        return index.FindCodeSystem(part.System) is { IsComplete: true } codes ? codes.Codes.Contains(code) ? Membership.Yes : Membership.No
            : system is null ? Membership.Unknown
            : Membership.Yes;
    }

    private static FrozenSet<string>? FindBase(string valueSet)
    {
        var url = DefinitionIndex.Bare(valueSet);
        return url.StartsWith(BaseCodes.Prefix, StringComparison.Ordinal) ? BaseCodes.Find(url[BaseCodes.Prefix.Length..]) : null;
    }
}

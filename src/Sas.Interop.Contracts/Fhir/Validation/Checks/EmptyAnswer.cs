using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>The empty answer of a search (D02): profiles ask for entries, and the contract for none; the minima are not applied where <c>total</c> is 0.</summary>
internal static class EmptyAnswer
{
    public static bool IsMeant(Node owner, ElementRule rule) => rule.Name == "entry" && owner.Type == "Bundle" && owner.TextOf("total") == "0";

    public static Finding Tell(Node owner) => new(IssueKind.EmptyAnswer, owner, "D02") { Child = "entry" };
}

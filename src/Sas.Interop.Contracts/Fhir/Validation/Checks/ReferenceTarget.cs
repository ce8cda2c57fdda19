using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Where a reference leads.</summary>
/// <param name="IsContained">Whether it is a <c>#id</c>.</param>
/// <param name="Target">The resource, when it is in the text under validation.</param>
/// <param name="Type">Its type, as far as the reference or the target tells it.</param>
/// <param name="IsRelative">Whether it is a <c>Type/id</c>.</param>
internal readonly record struct ReferenceTarget(bool IsContained, Node? Target, string? Type, bool IsRelative);

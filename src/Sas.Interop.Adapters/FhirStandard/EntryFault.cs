namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Why an entry cannot be used. A pull counts it, a push refuses it.</summary>
/// <param name="Entry">0-based position of the entry.</param>
/// <param name="Element">The element at fault, below the resource.</param>
/// <param name="Rule">The rule, one of <see cref="Push.PushRules"/>.</param>
/// <param name="Message">A sentence for the sender; names elements, never values.</param>
internal sealed record EntryFault(int Entry, string Element, string Rule, string Message);

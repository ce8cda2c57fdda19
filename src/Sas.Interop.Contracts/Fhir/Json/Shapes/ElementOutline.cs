namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>What a shape says of one element, without the model type behind it.</summary>
/// <param name="Element">Name; for a choice the part before the type.</param>
/// <param name="Member">JSON name, with the type for a choice.</param>
/// <param name="Type">R4 type, or the name of the part's model type for a backbone element; <see cref="AnyType"/> for a type that is not modelled.</param>
/// <param name="IsList">Whether it may occur several times.</param>
internal sealed record ElementOutline(string Element, string Member, string Type, bool IsList)
{
    /// <summary>Stands for a datatype that the subset does not model: any object.</summary>
    public const string AnyType = "*";
}

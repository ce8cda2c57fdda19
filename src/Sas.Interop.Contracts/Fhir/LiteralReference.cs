namespace Sas.Interop.Contracts.Fhir;

/// <summary>Holds the one member of <see cref="Reference"/> that shares its name, which the language forbids inside the type itself.</summary>
public abstract record LiteralReference : Element
{
    private protected LiteralReference()
    {
    }

    /// <summary>Literal reference: relative (<c>Schedule/1</c>), absolute, or internal (<c>#id</c>).</summary>
    public string? Reference { get; init; }
}

namespace Sas.Interop.Contracts.Fhir;

/// <summary>A postal address (R4 <c>Address</c>).</summary>
public sealed record Address : Element
{
    /// <summary><c>home</c>, <c>work</c>, <c>temp</c>, <c>old</c> or <c>billing</c>.</summary>
    public string? Use { get; init; }

    /// <summary><c>postal</c>, <c>physical</c> or <c>both</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The whole address as displayed.</summary>
    public string? Text { get; init; }

    /// <summary>Street, number and the like, in print order.</summary>
    public IReadOnlyList<string>? Line { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>District or county.</summary>
    public string? District { get; init; }

    /// <summary>Region.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country, as a name or an ISO 3166 code.</summary>
    public string? Country { get; init; }

    /// <summary>When it is or was in use.</summary>
    public Period? Period { get; init; }
}

namespace Sas.Interop.Contracts.Fhir;

/// <summary>A phone number, mail address and the like (R4 <c>ContactPoint</c>).</summary>
public sealed record ContactPoint : Element
{
    /// <summary><c>phone</c>, <c>fax</c>, <c>email</c>, <c>pager</c>, <c>url</c>, <c>sms</c> or <c>other</c>.</summary>
    public string? System { get; init; }

    /// <summary>The number or address; a phone number as <c>+33XXXXXXXXX</c> (CONTRACT §6.5).</summary>
    public string? Value { get; init; }

    /// <summary><c>home</c>, <c>work</c>, <c>temp</c>, <c>old</c> or <c>mobile</c>.</summary>
    public string? Use { get; init; }

    /// <summary>Order of preference, 1 first.</summary>
    public int? Rank { get; init; }

    /// <summary>When it is or was in use.</summary>
    public Period? Period { get; init; }
}

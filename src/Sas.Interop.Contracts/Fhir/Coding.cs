namespace Sas.Interop.Contracts.Fhir;

/// <summary>One code of one code system (R4 <c>Coding</c>).</summary>
public sealed record Coding : Element
{
    /// <summary>Code system.</summary>
    public string? System { get; init; }

    /// <summary>Version of the code system.</summary>
    public string? Version { get; init; }

    /// <summary>The code.</summary>
    public string? Code { get; init; }

    /// <summary>How the code system words it.</summary>
    public string? Display { get; init; }

    /// <summary>Whether a user chose this coding directly.</summary>
    public bool? UserSelected { get; init; }
}

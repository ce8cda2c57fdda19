namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>An invented practitioner.</summary>
/// <param name="Number">1, 2, 3 … over the whole sandbox.</param>
/// <param name="Id">8 and eleven digits.</param>
/// <param name="Family">Family name.</param>
/// <param name="Given">First name.</param>
/// <param name="Specialty">TRE_R38 code.</param>
/// <param name="Case">What the practitioner is good for in a test.</param>
/// <param name="Places">One or two; none for a practitioner of whom no vendor knows anything.</param>
internal sealed record SandboxPractitioner(
    int Number,
    string Id,
    string Family,
    string Given,
    string Specialty,
    SandboxCase Case,
    IReadOnlyList<SandboxPlace> Places);

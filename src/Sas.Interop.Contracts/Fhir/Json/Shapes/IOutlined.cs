namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>A type whose elements can be listed.</summary>
internal interface IOutlined
{
    /// <summary>Every JSON member that the type may have.</summary>
    IEnumerable<ElementOutline> Outline { get; }
}

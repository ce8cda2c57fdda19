namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>The one shape of a model type, made at first use.</summary>
internal static class ShapeOf<T>
    where T : class
{
    public static Shape<T> Value { get; } = (Shape<T>)ShapeCatalog.Make(typeof(T));
}

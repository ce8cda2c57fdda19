namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>Starts a shape with the elements that its kind of type inherits.</summary>
internal static class ShapeStart
{
    public static ShapeBuilder<T> Element<T>()
        where T : Element, new() =>
        new ShapeBuilder<T>(static () => new T(), null, Accessor<T, IReadOnlyList<PrimitiveExtension>?>.To(x => x.PrimitiveExtensions))
            .Text(x => x.Id)
            .Many(x => x.Extension);

    public static ShapeBuilder<T> Backbone<T>()
        where T : BackboneElement, new() => Element<T>().Many(x => x.ModifierExtension);

    public static ShapeBuilder<T> Resource<T>()
        where T : Resource, new() =>
        new ShapeBuilder<T>(static () => new T(), typeof(T).Name, Accessor<T, IReadOnlyList<PrimitiveExtension>?>.To(x => x.PrimitiveExtensions))
            .Id(x => x.Id)
            .One(x => x.Meta)
            .Uri(x => x.ImplicitRules)
            .Code(x => x.Language);

    public static ShapeBuilder<T> DomainResource<T>()
        where T : DomainResource, new() => Resource<T>()
            .One(x => x.Text)
            .Resources(x => x.Contained)
            .Many(x => x.Extension)
            .Many(x => x.ModifierExtension);
}

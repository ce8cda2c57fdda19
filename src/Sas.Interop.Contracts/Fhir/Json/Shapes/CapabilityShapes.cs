namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>The shapes of the capability statement.</summary>
internal static class CapabilityShapes
{
    public static object CapabilityStatement() => ShapeStart.DomainResource<CapabilityStatement>()
        .Uri(x => x.Url)
        .Text(x => x.Version)
        .Text(x => x.Name)
        .Text(x => x.Title)
        .Code(x => x.Status)
        .Boolean(x => x.Experimental)
        .DateTime(x => x.Date)
        .Text(x => x.Publisher)
        .Many(x => x.Contact)
        .Text(x => x.Description)
        .Many(x => x.UseContext)
        .Many(x => x.Jurisdiction)
        .Text(x => x.Purpose)
        .Text(x => x.Copyright)
        .Code(x => x.Kind)
        .Uris(x => x.Instantiates)
        .Uris(x => x.Imports)
        .One(x => x.Software)
        .One(x => x.Implementation)
        .Code(x => x.FhirVersion)
        .Codes(x => x.Format)
        .Codes(x => x.PatchFormat)
        .Uris(x => x.ImplementationGuide)
        .Many(x => x.Rest)
        .Many(x => x.Document)
        .Build();

    public static object CapabilityStatementSoftware() => ShapeStart.Backbone<CapabilityStatementSoftware>()
        .Text(x => x.Name)
        .Text(x => x.Version)
        .DateTime(x => x.ReleaseDate)
        .Build();

    public static object CapabilityStatementImplementation() => ShapeStart.Backbone<CapabilityStatementImplementation>()
        .Text(x => x.Description)
        .Uri(x => x.Url)
        .One(x => x.Custodian)
        .Build();

    public static object CapabilityStatementRest() => ShapeStart.Backbone<CapabilityStatementRest>()
        .Code(x => x.Mode)
        .Text(x => x.Documentation)
        .One(x => x.Security)
        .Many(x => x.Resource)
        .Many(x => x.Interaction)
        .Many(x => x.SearchParam)
        .Many(x => x.Operation)
        .Uris(x => x.Compartment)
        .Build();

    public static object CapabilityStatementSecurity() => ShapeStart.Backbone<CapabilityStatementSecurity>()
        .Boolean(x => x.Cors)
        .Many(x => x.Service)
        .Text(x => x.Description)
        .Build();

    public static object CapabilityStatementResource() => ShapeStart.Backbone<CapabilityStatementResource>()
        .Code(x => x.Type)
        .Uri(x => x.Profile)
        .Uris(x => x.SupportedProfile)
        .Text(x => x.Documentation)
        .Many(x => x.Interaction)
        .Code(x => x.Versioning)
        .Boolean(x => x.ReadHistory)
        .Boolean(x => x.UpdateCreate)
        .Boolean(x => x.ConditionalCreate)
        .Code(x => x.ConditionalRead)
        .Boolean(x => x.ConditionalUpdate)
        .Code(x => x.ConditionalDelete)
        .Codes(x => x.ReferencePolicy)
        .Texts(x => x.SearchInclude)
        .Texts(x => x.SearchRevInclude)
        .Many(x => x.SearchParam)
        .Many(x => x.Operation)
        .Build();

    public static object CapabilityStatementInteraction() => ShapeStart.Backbone<CapabilityStatementInteraction>()
        .Code(x => x.Code)
        .Text(x => x.Documentation)
        .Build();

    public static object CapabilityStatementSearchParam() => ShapeStart.Backbone<CapabilityStatementSearchParam>()
        .Text(x => x.Name)
        .Uri(x => x.Definition)
        .Code(x => x.Type)
        .Text(x => x.Documentation)
        .Build();

    public static object CapabilityStatementOperation() => ShapeStart.Backbone<CapabilityStatementOperation>()
        .Text(x => x.Name)
        .Uri(x => x.Definition)
        .Text(x => x.Documentation)
        .Build();

    public static object CapabilityStatementDocument() => ShapeStart.Backbone<CapabilityStatementDocument>()
        .Code(x => x.Mode)
        .Text(x => x.Documentation)
        .Uri(x => x.Profile)
        .Build();
}

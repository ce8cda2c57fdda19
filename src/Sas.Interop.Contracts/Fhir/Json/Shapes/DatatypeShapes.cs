using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>The shapes of the general datatypes.</summary>
internal static class DatatypeShapes
{
    public static object Extension() => ShapeStart.Element<Extension>()
        .Uri(x => x.Url)
        .Choice(x => x.Value, ValueKinds.All)
        .Build();

    public static object PrimitiveExtension() => ShapeStart.Element<PrimitiveExtension>()
        .Build();

    public static object Meta() => ShapeStart.Element<Meta>()
        .Id(x => x.VersionId)
        .Instant(x => x.LastUpdated)
        .Uri(x => x.Source)
        .Uris(x => x.Profile)
        .Many(x => x.Security)
        .Many(x => x.Tag)
        .Build();

    public static object Narrative() => ShapeStart.Element<Narrative>()
        .Code(x => x.Status)
        .Text(x => x.Div)
        .Build();

    public static object Identifier() => ShapeStart.Element<Identifier>()
        .Code(x => x.Use)
        .One(x => x.Type)
        .Uri(x => x.System)
        .Text(x => x.Value)
        .One(x => x.Period)
        .One(x => x.Assigner)
        .Build();

    public static object CodeableConcept() => ShapeStart.Element<CodeableConcept>()
        .Many(x => x.Coding)
        .Text(x => x.Text)
        .Build();

    public static object Coding() => ShapeStart.Element<Coding>()
        .Uri(x => x.System)
        .Text(x => x.Version)
        .Code(x => x.Code)
        .Text(x => x.Display)
        .Boolean(x => x.UserSelected)
        .Build();

    public static object Reference() => ShapeStart.Element<Reference>()
        .Text(x => x.Reference)
        .Uri(x => x.Type)
        .One(x => x.Identifier)
        .Text(x => x.Display)
        .Build();

    public static object Period() => ShapeStart.Element<Period>()
        .DateTime(x => x.Start)
        .DateTime(x => x.End)
        .Build();

    public static object HumanName() => ShapeStart.Element<HumanName>()
        .Code(x => x.Use)
        .Text(x => x.Text)
        .Text(x => x.Family)
        .Texts(x => x.Given)
        .Texts(x => x.Prefix)
        .Texts(x => x.Suffix)
        .One(x => x.Period)
        .Build();

    public static object ContactPoint() => ShapeStart.Element<ContactPoint>()
        .Code(x => x.System)
        .Text(x => x.Value)
        .Code(x => x.Use)
        .Positive(x => x.Rank)
        .One(x => x.Period)
        .Build();

    public static object Address() => ShapeStart.Element<Address>()
        .Code(x => x.Use)
        .Code(x => x.Type)
        .Text(x => x.Text)
        .Texts(x => x.Line)
        .Text(x => x.City)
        .Text(x => x.District)
        .Text(x => x.State)
        .Text(x => x.PostalCode)
        .Text(x => x.Country)
        .One(x => x.Period)
        .Build();

    public static object Attachment() => ShapeStart.Element<Attachment>()
        .Code(x => x.ContentType)
        .Code(x => x.Language)
        .Base64(x => x.Data)
        .Uri(x => x.Url)
        .Unsigned(x => x.Size)
        .Base64(x => x.Hash)
        .Text(x => x.Title)
        .DateTime(x => x.Creation)
        .Build();

    public static object Quantity() => ShapeStart.Element<Quantity>()
        .Decimal(x => x.Value)
        .Code(x => x.Comparator)
        .Text(x => x.Unit)
        .Uri(x => x.System)
        .Code(x => x.Code)
        .Build();

    public static object Range() => ShapeStart.Element<Range>()
        .One(x => x.Low)
        .One(x => x.High)
        .Build();

    public static object Ratio() => ShapeStart.Element<Ratio>()
        .One(x => x.Numerator)
        .One(x => x.Denominator)
        .Build();

    public static object Money() => ShapeStart.Element<Money>()
        .Decimal(x => x.Value)
        .Code(x => x.Currency)
        .Build();

    public static object Annotation() => ShapeStart.Element<Annotation>()
        .Choice(x => x.Author, "Reference", "string")
        .DateTime(x => x.Time)
        .Text(x => x.Text)
        .Build();

    public static object ContactDetail() => ShapeStart.Element<ContactDetail>()
        .Text(x => x.Name)
        .Many(x => x.Telecom)
        .Build();

    public static object Signature() => ShapeStart.Element<Signature>()
        .Many(x => x.Type)
        .Instant(x => x.When)
        .One(x => x.Who)
        .One(x => x.OnBehalfOf)
        .Code(x => x.TargetFormat)
        .Code(x => x.SigFormat)
        .Base64(x => x.Data)
        .Build();

    public static object UsageContext() => ShapeStart.Element<UsageContext>()
        .One(x => x.Code)
        .Choice(x => x.Value, "CodeableConcept", "Quantity", "Range", "Reference")
        .Build();
}

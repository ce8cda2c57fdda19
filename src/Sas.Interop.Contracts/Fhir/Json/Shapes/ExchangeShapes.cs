using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>The shapes of bundles, parameters and outcomes.</summary>
internal static class ExchangeShapes
{
    public static object Bundle() => ShapeStart.Resource<Bundle>()
        .One(x => x.Identifier)
        .Code(x => x.Type)
        .Instant(x => x.Timestamp)
        .Unsigned(x => x.Total)
        .Many(x => x.Link)
        .Many(x => x.Entry)
        .One(x => x.Signature)
        .Build();

    public static object BundleLink() => ShapeStart.Backbone<BundleLink>()
        .Text(x => x.Relation)
        .Uri(x => x.Url)
        .Build();

    public static object BundleEntry() => ShapeStart.Backbone<BundleEntry>()
        .Many(x => x.Link)
        .Uri(x => x.FullUrl)
        .Resource(x => x.Resource)
        .One(x => x.Search)
        .One(x => x.Request)
        .One(x => x.Response)
        .Build();

    public static object BundleEntrySearch() => ShapeStart.Backbone<BundleEntrySearch>()
        .Code(x => x.Mode)
        .Decimal(x => x.Score)
        .Build();

    public static object BundleEntryRequest() => ShapeStart.Backbone<BundleEntryRequest>()
        .Code(x => x.Method)
        .Uri(x => x.Url)
        .Text(x => x.IfNoneMatch)
        .Instant(x => x.IfModifiedSince)
        .Text(x => x.IfMatch)
        .Text(x => x.IfNoneExist)
        .Build();

    public static object BundleEntryResponse() => ShapeStart.Backbone<BundleEntryResponse>()
        .Text(x => x.Status)
        .Uri(x => x.Location)
        .Text(x => x.Etag)
        .Instant(x => x.LastModified)
        .Resource(x => x.Outcome)
        .Build();

    public static object Parameters() => ShapeStart.Resource<Parameters>()
        .Many(x => x.Parameter)
        .Build();

    public static object ParametersParameter() => ShapeStart.Backbone<ParametersParameter>()
        .Text(x => x.Name)
        .Choice(x => x.Value, ValueKinds.All)
        .Resource(x => x.Resource)
        .Many(x => x.Part)
        .Build();

    public static object OperationOutcome() => ShapeStart.DomainResource<OperationOutcome>()
        .Many(x => x.Issue)
        .Build();

    public static object OperationOutcomeIssue() => ShapeStart.Backbone<OperationOutcomeIssue>()
        .Code(x => x.Severity)
        .Code(x => x.Code)
        .One(x => x.Details)
        .Text(x => x.Diagnostics)
        .Texts(x => x.Location)
        .Texts(x => x.Expression)
        .Build();
}

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>The shapes of audit events.</summary>
internal static class AuditShapes
{
    public static object AuditEvent() => ShapeStart.DomainResource<AuditEvent>()
        .One(x => x.Type)
        .Many(x => x.Subtype)
        .Code(x => x.Action)
        .One(x => x.Period)
        .Instant(x => x.Recorded)
        .Code(x => x.Outcome)
        .Text(x => x.OutcomeDesc)
        .Many(x => x.PurposeOfEvent)
        .Many(x => x.Agent)
        .One(x => x.Source)
        .Many(x => x.Entity)
        .Build();

    public static object AuditEventAgent() => ShapeStart.Backbone<AuditEventAgent>()
        .One(x => x.Type)
        .Many(x => x.Role)
        .One(x => x.Who)
        .Text(x => x.AltId)
        .Text(x => x.Name)
        .Boolean(x => x.Requestor)
        .One(x => x.Location)
        .Uris(x => x.Policy)
        .One(x => x.Media)
        .One(x => x.Network)
        .Many(x => x.PurposeOfUse)
        .Build();

    public static object AuditEventAgentNetwork() => ShapeStart.Backbone<AuditEventAgentNetwork>()
        .Text(x => x.Address)
        .Code(x => x.Type)
        .Build();

    public static object AuditEventSource() => ShapeStart.Backbone<AuditEventSource>()
        .Text(x => x.Site)
        .One(x => x.Observer)
        .Many(x => x.Type)
        .Build();

    public static object AuditEventEntity() => ShapeStart.Backbone<AuditEventEntity>()
        .One(x => x.What)
        .One(x => x.Type)
        .One(x => x.Role)
        .One(x => x.Lifecycle)
        .Many(x => x.SecurityLabel)
        .Text(x => x.Name)
        .Text(x => x.Description)
        .Base64(x => x.Query)
        .Many(x => x.Detail)
        .Build();

    public static object AuditEventEntityDetail() => ShapeStart.Backbone<AuditEventEntityDetail>()
        .Text(x => x.Type)
        .Choice(x => x.Value, "string", "base64Binary")
        .Build();
}

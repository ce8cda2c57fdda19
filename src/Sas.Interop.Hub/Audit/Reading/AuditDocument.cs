using System.Globalization;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit.Reading;

/// <summary>Shows a record as R4 wants it, with all that its hash is made of.</summary>
internal static class AuditDocument
{
    private const string Server = "4";

    public static AuditEvent Of(AuditRow row)
    {
        var (type, subtype) = AuditCodes.Of(row);
        return new AuditEvent
        {
            Id = row.Number.ToString(CultureInfo.InvariantCulture),
            Extension = [Record(row)],
            Type = type,
            Subtype = subtype is null ? null : [subtype],
            Action = AuditCodes.ActionOf(row),
            Recorded = new FhirInstant(row.At),
            Outcome = AuditCodes.OutcomeOf(row),
            OutcomeDesc = Description(row),
            Agent = [new AuditEventAgent { Who = new Reference { Identifier = new Identifier { System = HubUris.Caller, Value = row.Caller } }, Requestor = true }],
            Source = new AuditEventSource
            {
                Observer = new Reference { Identifier = new Identifier { System = HubUris.Caller, Value = AuditRecords.Hub }, Display = "Vendor interoperability hub" },
                Type = [new Coding { System = "http://terminology.hl7.org/CodeSystem/security-source-type", Code = Server, Display = "Application Server" }],
            },
            Entity = row.Entity is { Length: > 0 } entity ? [new AuditEventEntity { What = What(entity) }] : null,
        };
    }

    /// <summary>Resources have names that begin with a capital letter.</summary>
    private static Reference What(string entity) => char.IsAsciiLetterUpper(entity[0]) && entity.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        ? new Reference { Reference = entity, Type = entity[..slash] }
        : new Reference { Identifier = new Identifier { System = HubUris.Thing, Value = entity } };

    private static string? Description(AuditRow row) =>
        row.Status is { } status
            ? string.Create(CultureInfo.InvariantCulture, $"{status}{(row.Refusal is { } why ? " " + why : string.Empty)}{(row.Count > 1 ? $", {row.Count} calls" : string.Empty)}")
            : row.Detail;

    private static Extension Record(AuditRow row)
    {
        Extension?[] parts =
        [
            Text("number", row.Number.ToString(CultureInfo.InvariantCulture)),
            Number("format", row.Format),
            Code("kind", row.Kind),
            Text("roles", row.Roles),
            Code("interaction", row.Interaction),
            Code("method", row.Method),
            Text("route", row.Route),
            Text("vendor", row.Vendor),
            Number("status", row.Status),
            Code("refusal", row.Refusal),
            Text("trace", row.TraceId),
            Number("count", row.Count),
            Text("detail", row.Detail),
            Text("key", row.KeyId),
            Text("previous", row.Previous),
            Text("hash", row.Hash),
        ];
        return new Extension { Url = HubUris.AuditRecord, Extension = [.. parts.OfType<Extension>()] };
    }

    private static Extension? Text(string name, string? value) => string.IsNullOrEmpty(value) ? null : new Extension { Url = name, Value = FhirValue.String(value) };

    private static Extension? Code(string name, string? value) => string.IsNullOrEmpty(value) ? null : new Extension { Url = name, Value = FhirValue.Code(value) };

    private static Extension? Number(string name, int? value) => value is { } number ? new Extension { Url = name, Value = FhirValue.Integer(number) } : null;
}

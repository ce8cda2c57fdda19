using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Hub.Audit.Reading;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Tests.Persistence.Audit;

namespace Sas.Interop.Hub.Tests.Audit.Reading;

/// <summary>Records are shown as valid AuditEvents that hold all that their hashes are made of.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AuditDocumentTests
{
    private static readonly FhirValidator Validator = new(PublishedDefinitions.Load());

    private static IEnumerable<AuditRow> Rows()
    {
        yield return Closed(AuditBed.Record(7));
        yield return Closed(AuditBed.Record(10));
        foreach (var kind in AuditKinds.All.Where(static kind => kind != AuditKinds.Call))
        {
            yield return Closed(AuditRecords.Of(kind, kind == AuditKinds.Stop ? null : "a detail", AuditBed.Now));
        }

        var odd = AuditBed.Record(3);
        (odd.Entity, odd.Vendor, odd.Count, odd.Interaction) = ("preferences/810000000017", null, 12, "operation");
        yield return Closed(odd);
    }

    [TestCaseSource(nameof(Rows))]
    public void Of_AnyRecord_IsValid(AuditRow row)
    {
        var verdict = Validator.Validate(FhirJson.ToUtf8(AuditDocument.Of(row)), new ValidationRequest());

        Assert.That(verdict.Issues.Where(static issue => issue.Severity is ValidationSeverity.Error or ValidationSeverity.Fatal), Is.Empty);
    }

    [TestCaseSource(nameof(Rows))]
    public void Of_AnyRecord_HoldsAllThatItsHashIsMadeOf(AuditRow row)
    {
        var read = FhirJson.Read<AuditEvent>(FhirJson.ToUtf8(AuditDocument.Of(row)), FhirReadOptions.Default);
        Assert.That(read.Issues, Is.Empty);

        var again = Again(read.Resource!);

        Assert.That(AuditSeal.Keyless.HashOf(again), Is.EqualTo(row.Hash));
        Assert.That(again.Hash, Is.EqualTo(row.Hash));
    }

    [Test]
    public void Of_Write_NamesItInTheWordsOfTheStandards()
    {
        var shown = AuditDocument.Of(Closed(AuditBed.Record(10)));

        Assert.That((shown.Type?.Code, shown.Subtype?[0].Code, shown.Action, shown.Outcome, shown.OutcomeDesc), Is.EqualTo(("rest", "update", "U", "4", "409 conflict")));
        Assert.That((shown.Agent?[0].Who?.Identifier?.Value, shown.Agent?[0].Requestor, shown.Source?.Observer?.Identifier?.Value), Is.EqualTo(("platform", true, "hub")));
        Assert.That(shown.Entity?[0].What?.Reference, Is.EqualTo("Appointment/10"));
    }

    [TestCase(AuditKinds.Start, "110100", "110120")]
    [TestCase(AuditKinds.Stop, "110100", "110121")]
    [TestCase(AuditKinds.Configuration, "110113", "110131")]
    [TestCase(AuditKinds.Migration, "110100", null)]
    [TestCase(AuditKinds.Retention, "110101", null)]
    [TestCase(AuditKinds.Verification, "110101", null)]
    public void Of_WhatTheHubDoes_HasTheCodesOfDicom(string kind, string type, string? subtype)
    {
        var shown = AuditDocument.Of(Closed(AuditRecords.Of(kind, null, AuditBed.Now)));

        Assert.That((shown.Type?.System, shown.Type?.Code, shown.Subtype?[0].Code, shown.Action, shown.Outcome), Is.EqualTo((AuditCodes.Dicom, type, subtype, "E", "0")));
    }

    private static AuditRow Closed(AuditRow row)
    {
        AuditSeal.Keyless.Close(row, 42, new string('a', 64));
        return row;
    }

    /// <summary>The record, from the resource alone.</summary>
    private static AuditRow Again(AuditEvent shown)
    {
        var parts = shown.Extension!.Single(static extension => extension.Url == HubUris.AuditRecord).Extension!.ToDictionary(static part => part.Url!, static part => part.Value!.Content);
        var what = shown.Entity?[0].What;
        return new AuditRow
        {
            Number = long.Parse((string)parts["number"], System.Globalization.CultureInfo.InvariantCulture),
            Format = (int)parts["format"],
            At = shown.Recorded!.Value.Value,
            Kind = (string)parts["kind"],
            Caller = shown.Agent![0].Who!.Identifier!.Value!,
            Roles = Text("roles"),
            Interaction = Text("interaction"),
            Method = Text("method"),
            Route = Text("route"),
            Entity = what?.Reference ?? what?.Identifier?.Value,
            Vendor = Text("vendor"),
            Status = parts.TryGetValue("status", out var status) ? (int)status : null,
            Refusal = Text("refusal"),
            TraceId = Text("trace"),
            Count = (int)parts["count"],
            Detail = Text("detail"),
            KeyId = Text("key"),
            Previous = (string)parts["previous"],
            Hash = (string)parts["hash"],
        };

        string? Text(string name) => parts.TryGetValue(name, out var value) ? (string)value : null;
    }
}

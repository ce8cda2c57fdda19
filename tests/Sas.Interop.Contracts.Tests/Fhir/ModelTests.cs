using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Contracts.Tests.Fhir;

[TestFixture]
[Parallelizable]
internal sealed class ModelTests
{
    [Test]
    public void ToString_PersonalContent_NamesTypeAndIdOnly()
    {
        var practitioner = new Practitioner { Id = "p1", Name = [new HumanName { Family = "Exemple" }] };

        Assert.That(practitioner.ToString(), Is.EqualTo("Practitioner/p1"));
        Assert.That(practitioner.Name[0].ToString(), Is.EqualTo("HumanName"));
        Assert.That(FhirValue.String("Exemple").ToString(), Is.EqualTo("string"));
        Assert.That(new BundleEntry { Resource = practitioner }.ToString(), Does.Not.Contain("Exemple"));
    }

    [Test]
    public void FhirValue_WrongContent_IsRefused()
    {
        Assert.That(static () => FhirValue.Of(new BundleEntry()), Throws.ArgumentException);
        Assert.That(static () => FhirValue.Text("Reference", "a"), Throws.ArgumentException);
        Assert.That(static () => FhirValue.Text("boolean", "true"), Throws.ArgumentException);
        Assert.That(static () => FhirValue.Text("nothing", "a"), Throws.ArgumentException);
    }

    [Test]
    public void Extension_TypedValues_AreOneValue()
    {
        var extension = new Extension { Url = "urn:a", ValueReference = new Reference { Reference = "HealthcareService/1" } };

        Assert.That(extension.Value, Has.Property("Type").EqualTo("Reference"));
        Assert.That(extension.ValueReference?.Reference, Is.EqualTo("HealthcareService/1"));
        Assert.That(extension.ValueString, Is.Null);
        Assert.That(new Extension { Value = FhirValue.Code("a") }.ValueString, Is.Null, "A code is no string.");
    }

    [Test]
    public void OperationOutcome_Create_HasOneIssue()
    {
        var outcome = OperationOutcome.Create("error", "required", "The parameter 'start' is missing.", "Slot.start");
        var whole = OperationOutcome.Create("error", "invalid", "The body is empty.");

        Assert.That(outcome.Issue, Has.One.Matches<OperationOutcomeIssue>(static issue =>
            issue is { Severity: "error", Code: "required", Diagnostics: "The parameter 'start' is missing.", Expression: ["Slot.start"] }));
        Assert.That(whole.Issue?[0].Expression, Is.Null);
    }

    [Test]
    public void OpaqueJson_SameBytes_AreEqual()
    {
        var one = new OpaqueJson("{}"u8.ToArray());
        var same = new OpaqueJson("{}"u8.ToArray());

        Assert.That(one, Is.EqualTo(same));
        Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
        Assert.That(one, Is.Not.EqualTo(new OpaqueJson("[]"u8.ToArray())));
    }
}

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.CareRequests;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Tests.Fhir.Search.Laws;
using Sas.Interop.Hub.Tests.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.CareRequests;

internal sealed class CareRequestDocumentTests
{
    [Test]
    public void Of_AnyState_IsCleanR4WithAMaskedSubject()
    {
        using var rig = new SearchRig();
        var sut = new CareRequestDocument(new CarePlaces(rig, rig.Index));
        foreach (var state in Enum.GetValues<OrientationState>())
        {
            var row = OrientationBed.Request(OrientationBed.Start, state);
            (row.Version, row.PlaceKey, row.Territory, row.AppointmentId) = (3, "cabinet-1", "1042", "a1");

            var read = FhirJson.Read<ServiceRequest>(FhirJson.ToUtf8(sut.Of(row, new CareRequestLink("https://hub.example/redirect/x", OrientationBed.Start))), FhirReadOptions.Default);

            Assert.That(read.Issues, Is.Empty, state.ToString());
            Assert.That(read.Resource?.Status, Is.AnyOf("active", "completed", "revoked"));
            Assert.That(read.Resource?.Subject?.Extension?.Single().Value?.As<string>(), Is.EqualTo("masked"));
            Assert.That(read.Resource?.Intent, Is.EqualTo("order"));
            Assert.That(read.Resource?.Meta?.VersionId, Is.EqualTo("3"));
            Assert.That(read.Resource?.LocationReference?.Single().Identifier?.Value, Is.EqualTo("cabinet-1"));
        }
    }

    [TestCase(OrientationState.Linked, "active")]
    [TestCase(OrientationState.Redirected, "active")]
    [TestCase(OrientationState.Pending, "active")]
    [TestCase(OrientationState.Booked, "completed")]
    [TestCase(OrientationState.NoShow, "completed")]
    [TestCase(OrientationState.Expired, "revoked")]
    [TestCase(OrientationState.Cancelled, "revoked")]
    public void StatusOf_State_IsTheStatusOfR4(OrientationState state, string status)
    {
        Assert.That(CareRequestDocument.StatusOf(state.ToString()), Is.EqualTo(status));
        Assert.That(CareRequestDocument.StatesOf(status), Has.Member(state));
    }
}

using System.IO.Pipelines;
using System.Text;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Validate;

namespace Sas.Interop.Hub.Tests.Fhir.Validate;

[Parallelizable(ParallelScope.All)]
internal sealed class ValidateBodyTests
{
    [Test]
    public async Task ReadAsync_Body_IsReadWhole()
    {
        var text = $$"""{"resourceType":"Slot","comment":"{{new string('é', 40_000)}}"}""";

        var body = await ReadAsync(text, 200_000);

        Assert.That(Encoding.UTF8.GetString(body.Value!.Utf8.Span), Is.EqualTo(text)); // No failure, hence a value.
        Assert.That(body.Value.PatientPaths, Is.Empty);
    }

    [Test]
    public async Task ReadAsync_AtAndBeyondTheBound_TakesOnlyTheFirst()
    {
        Assert.That((await ReadAsync(new string(' ', 1024), 1024)).IsSuccess, Is.True);
        Assert.That((await ReadAsync(new string(' ', 1025), 1024)).Error?.Code, Is.EqualTo(HubErrorCode.RequestTooLarge));
    }

    [Test]
    public async Task ReadAsync_ValueTooLongToBeLookedAt_IsNotScanned()
    {
        var text = $$"""{"resourceType":"Slot","comment":"{{new string('a', 5 * 1024 * 1024)}}","contained":[{"resourceType":"Patient"}]}""";

        var body = await ReadAsync(text, 10 * 1024 * 1024);

        Assert.That(body.Value?.IsScanned, Is.False);
    }

    [TestCase("{}", true)]
    [TestCase("{", true)]
    [TestCase("{]", false)]
    public async Task ReadAsync_Json_IsScannedToItsEndOrDamage(string text, bool isScanned) => Assert.That((await ReadAsync(text, 100)).Value?.IsScanned, Is.EqualTo(isScanned));

    [TestCase("""{"resourceType":"Patient"}""", "resourceType")]
    [TestCase("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/1"}}]}""", "Appointment.participant[0].actor.reference")]
    [TestCase("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"https://x.example/RelatedPerson/1"}}]}""", "Appointment.participant[0].actor.reference")]
    [TestCase("""{"resourceType":"Appointment","participant":[{"actor":{"type":"Patient"}}]}""", "Appointment.participant[0].actor.type")]
    [TestCase("""{"resourceType":"Slot","contained":[{"resourceType":"\u0050atient"}]}""", "Slot.contained[0].resourceType")]
    [TestCase("""{"resourceType":"Slot","unknown":{"patient":{}}}""", "Slot.unknown.patient")]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Patient"}}]}""", "Parameters.parameter[0].resource.resourceType")]
    public async Task ReadAsync_Patient_IsFoundWithItsPath(string text, string path)
    {
        var body = await ReadAsync(text, 10_000);

        Assert.That(body.Value?.PatientPaths, Is.EqualTo(new[] { path }));
    }

    [Test]
    public async Task ReadAsync_BodyThatNeverArrives_GivesUpInOrder()
    {
        var pipe = new Pipe();
        using var giveUp = new CancellationTokenSource();

        var reading = ValidateBody.ReadAsync(pipe.Reader, 1024, giveUp.Token, CancellationToken.None);
        await giveUp.CancelAsync();

        Assert.That((await reading).Error?.Code, Is.EqualTo(HubErrorCode.RequestTimeout));
        Assert.That(pipe.Reader.TryRead(out _), Is.False, "It can be read further.");
    }

    private static async Task<Outcome<ValidateBody>> ReadAsync(string text, int most) =>
        await ValidateBody.ReadAsync(PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text))), most, CancellationToken.None, CancellationToken.None);
}

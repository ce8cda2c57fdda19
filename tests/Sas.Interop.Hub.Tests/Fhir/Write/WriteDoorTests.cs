using System.Text;
using System.Text.Json;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Fhir.Write.Privacy;

namespace Sas.Interop.Hub.Tests.Fhir.Write;

/// <summary>What the door lets in, and that a refusal repeats nothing of what was sent.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class WriteDoorTests
{
    private const string Secret = "Zorglub";

    [TestCase("""{"resourceType":"Appointment","comment":"Zorglub"}""", 422, "Appointment.comment")]
    [TestCase("""{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/Zorglub"}}]}""", 422, "Appointment.participant[0].actor.reference")]
    [TestCase("""{"resourceType":"Appointment","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"Zorglub"}]}""", 422, "Appointment.identifier[0].system")]
    [TestCase("""{"resourceType":"Appointment","id":"199519900100101"}""", 422, "Appointment.id")]
    [TestCase("""{"resourceType":"Appointment","Zorglub Zorglub":"199519900100101"}""", 422, "Appointment.?")]
    [TestCase("""{"resourceType":"Appointment","start":"Zorglub","end":{"Zorglub":1}}""", 400, null)]
    [TestCase("""{"resourceType":"Zorglub"}""", 400, null)]
    [TestCase("""{"resourceType":"Appointment","start":Zorglub}""", 400, null)]
    [TestCase("""{"resourceType":"Appointment","status":"Zorglub","status":"Zorglub2"}""", 400, null)]
    [TestCase("""{"resourceType":"Appointment","status":"Zorglub"}""", 200, null)]
    public async Task ReceiveAsync_Body_IsJudgedAndNotRepeated(string body, int status, string? path)
    {
        var (answered, answer) = await SendAsync(body);

        Assert.That(answered, Is.EqualTo(status), answer);
        Assert.That(answer, Does.Not.Contain(Secret).And.Not.Contain("199519900100101"));
        if (path is not null)
        {
            var expressions = JsonElement.Parse(answer).GetProperty("issue").EnumerateArray().Select(static issue => issue.GetProperty("expression")[0].GetString());
            Assert.That(expressions, Is.EqualTo(new[] { path }));
        }
    }

    private static async Task<(int Status, string Body)> SendAsync(string body)
    {
        using var sut = new WriteDoor(TimeProvider.System, new TextRules(TextRules.Usual), Options.Create(new WriteOptions()));
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/fhir+json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Response.Body = answer;
        await sut.ReceiveAsync<Appointment>(context, static _ => Task.FromResult<WriteRefusal?>(null));
        return (context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }
}

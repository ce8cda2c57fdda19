using System.Net.Sockets;
using System.Text;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;
using Sas.Interop.Scenarios.Tests.RealProcess;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>What is asked of <c>$validate</c> besides a verdict: types, media types, bounds, hostile bodies.</summary>
[Parallelizable]
internal sealed class ValidateRequestTests
{
    private const int MaxBodyBytes = 20_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private Workspace _files = null!; // Set before any test runs.
    private RunningHub _hub = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _files = new Workspace();
        await File.WriteAllTextAsync(_files.AdaptersFile, ConfigFiles.Adapters());
        _hub = await RunningHub.StartAsync(new HubSettings
        {
            AdaptersFile = _files.AdaptersFile,
            Others = [$"Hub:Validation:MaxBodyBytes={MaxBodyBytes}", "Hub:Validation:Concurrency=1", "Hub:Validation:MaxIssues=3", "Hub:Validation:Timeout=00:00:05"],
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        _files.Dispose();
    }

    [TestCase("application/xml")]
    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    public async Task Validate_OtherMediaType_Is415(string mediaType) => await ShouldBeAsync(_hub.ValidateAsync("Slot/$validate", "{}", mediaType), 415);

    [TestCase("application/json")]
    [TestCase("application/json+fhir; charset=utf-8")]
    public async Task Validate_AnyNameOfFhirJson_IsTaken(string mediaType) =>
        Assert.That((await _hub.ValidateAsync("Slot/$validate", GoodResources.Of("FrSlotAgregateur").ToJsonString(), mediaType)).Errors(), Is.Empty);

    [TestCase("Observation/$validate")]
    [TestCase("Patient/$validate")]
    [TestCase("slot/$validate")]
    [TestCase("..%2F/$validate")]
    public async Task Validate_UnknownType_Is404(string address) => await ShouldBeAsync(_hub.ValidateAsync(address, GoodResources.Of("FrSlotAgregateur").ToJsonString()), 404);

    [TestCase("Slot/$validate?_format=xml")]
    public async Task Validate_OtherFormat_Is406(string address) => await ShouldBeAsync(_hub.ValidateAsync(address, "{}"), 406);

    [TestCase("$validate", "")]
    [TestCase("$validate", " ")]
    [TestCase("$validate", "null")]
    [TestCase("$validate", "[]")]
    [TestCase("$validate", "{}")]
    [TestCase("$validate", "{\"resourceType\":\"Slot\"")]
    [TestCase("$validate", "{\"resourceType\":\"Slot\",}")]
    [TestCase("$validate", "<Slot xmlns=\"http://hl7.org/fhir\"/>")]
    [TestCase("$validate", "resourceType=Slot")]
    [TestCase("$validate", "{\"resourceType\":\"Observation\"}")]
    [TestCase("$validate", "{\"resourceType\":\"Parameters\"}")]
    [TestCase("Schedule/$validate", "{\"resourceType\":\"Slot\"}")]
    [TestCase("Slot/$validate?profile=urn:nobody", "{\"resourceType\":\"Slot\"}")]
    [TestCase("Slot/$validate?mode=delete", "{\"resourceType\":\"Slot\"}")]
    public async Task Validate_WhatCannotBeJudged_Is400(string address, string body) => await ShouldBeAsync(_hub.ValidateAsync(address, body), 400);

    [TestCase("{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"someone\"}]}", "resourceType")]
    [TestCase("{\"resourceType\":\"Appointment\",\"participant\":[{\"actor\":{\"reference\":\"Patient/7\",\"display\":\"someone\"}}]}", "Appointment.participant[0].actor.reference")]
    [TestCase("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Slot\",\"contained\":[{\"resourceType\":\"Patient\"}]}}]}", "Bundle.entry[0].resource.contained[0].resourceType")]
    public async Task Validate_PatientData_Is422WithItsPath(string body, string path)
    {
        var answer = await _hub.ValidateAsync("$validate", body.Replace("someone", PlantedPerson.Word, StringComparison.Ordinal));

        await ShouldBeAsync(Task.FromResult(answer), 422);
        Assert.That(answer.Issues.Select(ValidateCalls.Path), Does.Contain(path));
        Assert.That(Encoding.UTF8.GetString(answer.Body), Does.Not.Contain(PlantedPerson.Word));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Validate_TooLarge_Is413WithOrWithoutLength(bool withLength)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"resourceType":"Slot","comment":"{{new string('x', MaxBodyBytes)}}"}""");

        await ShouldBeAsync(_hub.ValidateAsync("Slot/$validate", withLength ? new ByteArrayContent(body) : new StreamContent(new LengthlessStream(body))), 413);
    }

    [TestCase(60)]
    [TestCase(200)]
    [TestCase(3_000)]
    public async Task Validate_TooDeep_IsRefusedOrJudgedAsSuch(int levels)
    {
        var deep = string.Concat(Enumerable.Repeat("{\"x\":", levels)) + "1" + new string('}', levels);

        var answer = await _hub.ValidateAsync("Slot/$validate", $$"""{"resourceType":"Slot","x":{{deep}}}""");

        Assert.That((int)answer.Status, Is.EqualTo(levels > 250 ? 400 : 200));
        Assert.That(answer.Issues.Select(static issue => issue.Text("severity")), Does.Contain(levels > 250 ? "error" : "fatal"));
    }

    [Test]
    public async Task Validate_ManyFaults_AreBounded()
    {
        var answer = await _hub.ValidateAsync("$validate", "{\"resourceType\":\"Slot\"," + string.Join(',', Enumerable.Range(0, 100).Select(static number => $"\"x{number}\":1")) + "}");

        Assert.That(answer.Errors(), Has.Count.EqualTo(3));
        Assert.That(answer.Issues, Has.Count.EqualTo(4), "The last says that there are more.");
    }

    [TestCase("\"\\uD800\"")]
    [TestCase("\"\\u0000\"")]
    [TestCase("1e999999")]
    [TestCase("{\"resourceType\":\"Slot\",\"resourceType\":\"Schedule\"}")]
    [TestCase("[[],[],null,{\"\":\"\"}]")]
    public async Task Validate_StrangeValues_AreJudged(string value) =>
        Assert.That((await _hub.ValidateAsync("$validate", $$"""{"resourceType":"Slot","schedule":{{value}}}""")).Errors(), Is.Not.Empty);

    [Test]
    public async Task Validate_OtherMethod_IsRefused()
    {
        var answer = await _hub.GetAsync("Slot/$validate");

        Assert.That((int)answer.Status, Is.EqualTo(404).Or.EqualTo(405));
        Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
    }

    [Test]
    [NonParallelizable]
    public async Task Validate_BeyondTheConcurrency_Is503UntilThePlaceIsFree()
    {
        var good = GoodResources.Of("FrSlotAgregateur").ToJsonString();
        Answer busy;
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync("127.0.0.1", _hub.Root.Port);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /fhir/Slot/$validate HTTP/1.1\r\nHost: {_hub.Root.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n"));
            using var reader = new StreamReader(stream, Encoding.ASCII);

            // The server says so when the body begins to be read, which is when the place is taken.
            Assert.That(await reader.ReadLineAsync(), Does.Contain(" 100 "));
            busy = await _hub.ValidateAsync("Slot/$validate", good);
        }

        Assert.That((int)busy.Status, Is.EqualTo(503));
        Assert.That(busy.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(busy.Issues.Single().Text("code"), Is.EqualTo("throttled"));
        Assert.That((int)(await WhenFreeAsync(good)).Status, Is.EqualTo(200));
    }

    [Test]
    [NonParallelizable]
    public async Task Validate_BodyThatNeverArrives_Is408()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", _hub.Root.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /fhir/Slot/$validate HTTP/1.1\r\nHost: {_hub.Root.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{{"));
        using var reader = new StreamReader(stream, Encoding.UTF8);

        Assert.That(await reader.ReadLineAsync(), Does.Contain(" 408 "));
    }

    private static async Task ShouldBeAsync(Task<Answer> asked, int status)
    {
        var answer = await asked;
        Assert.That((int)answer.Status, Is.EqualTo(status), Encoding.UTF8.GetString(answer.Body));
        Assert.That((answer.Type, answer.MediaType), Is.EqualTo(("OperationOutcome", "application/fhir+json")));
        Assert.That(answer.Issues.Select(static issue => issue.Text("severity")), Is.All.EqualTo("error"));
    }

    private async Task<Answer> WhenFreeAsync(string body)
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        Answer answer;
        do
        {
            answer = await _hub.ValidateAsync("Slot/$validate", body);
        }
        while ((int)answer.Status == 503 && await timer.WaitForNextTickAsync(patience.Token));
        return answer;
    }
}

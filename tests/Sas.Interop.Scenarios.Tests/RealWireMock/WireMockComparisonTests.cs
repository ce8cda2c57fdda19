using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Sas.Interop.Adapters.Replay;

namespace Sas.Interop.Scenarios.Tests.RealWireMock;

/// <summary>Every mapping of every vendor, and of the folder beside this test, gets the same answer from the player and from the real WireMock.</summary>
[NonParallelizable]
[Category("RealWireMock")]
internal sealed class WireMockComparisonTests
{
    private const string OwnFolder = "tests/Sas.Interop.Scenarios.Tests/RealWireMock/Folder";
    private static readonly TimeSpan LongDelay = TimeSpan.FromSeconds(1);
    private WireMockProcess? _wireMock;

    public static IEnumerable<string> Folders()
    {
        yield return OwnFolder;
        var source = Path.Combine(SolutionFolder.FullName, "src");
        foreach (var folder in Directory.EnumerateDirectories(source, "Mocks", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Directory.Exists(Path.Combine(folder, "mappings")) && !folder.Contains("/bin/", StringComparison.Ordinal))
            {
                yield return Path.GetRelativePath(SolutionFolder.FullName, folder).Replace('\\', '/');
            }
        }
    }

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (WireMockJar.Java is { } java && WireMockJar.Jar is { } jar)
        {
            _wireMock = await WireMockProcess.StartAsync(java, jar, CancellationToken.None);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_wireMock is not null)
        {
            await _wireMock.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(Folders))]
    public async Task Play_EveryMapping_AnswersAsTheRealWireMock(string folder)
    {
        Assume.That(WireMockJar.WhyAbsent, Is.Null, WireMockJar.WhyAbsent);
        var wireMock = _wireMock ?? throw new InvalidOperationException("WireMock was not started.");
        var path = Path.Combine(SolutionFolder.FullName, folder);
        var load = ReplayPlayer.Load([path], TimeProvider.System, static () => 0.5);
        Assert.That(load.Faults, Is.Empty);
        Assert.That(load.Player, Is.Not.Null);
        await wireMock.LoadAsync(path, CancellationToken.None);

        var differences = new List<string>();
        var compared = 0;
        foreach (var stub in load.Player.Stubs)
        {
            var examples = ExampleDeriver.For(stub);
            if (examples.Count == 0)
            {
                differences.Add($"{stub.Source}: no request can be derived; name one in metadata.examples.");
            }

            foreach (var example in examples)
            {
                compared++;
                if (await CompareAsync(wireMock, load.Player, stub, example, mayFail: folder == OwnFolder) is { } difference)
                {
                    differences.Add($"{stub.Source} {example.Method} {example.Url}: {difference}");
                }
            }
        }

        Assert.That(differences, Is.Empty, string.Join(Environment.NewLine, differences));
        Assert.That(compared, Is.Positive);
    }

    [Test]
    public async Task Play_RandomDatesAroundClockChanges_PrintAsTheRealWireMock()
    {
        Assume.That(WireMockJar.WhyAbsent, Is.Null, WireMockJar.WhyAbsent);
        var wireMock = _wireMock ?? throw new InvalidOperationException("WireMock was not started.");
        var random = new Random(20260329);
        var folder = Directory.CreateTempSubdirectory("replay-dates-");
        try
        {
            var template = string.Join('\n', Enumerable.Range(0, 1500).Select(_ => RandomDate.Expression(random)));
            var mapping = new { request = new { urlPath = "/dates" }, response = new { body = template, transformers = new[] { "response-template" } } };
            folder.CreateSubdirectory("mappings");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mappings", "dates.json"), JsonSerializer.Serialize(mapping));
            var load = ReplayPlayer.Load([folder.FullName], TimeProvider.System, static () => 0.5);
            Assert.That(load.Faults, Is.Empty);
            Assert.That(load.Player, Is.Not.Null);
            await wireMock.LoadAsync(folder.FullName, CancellationToken.None);
            using var request = MakeRequest(wireMock.Address, new ExampleRequest("GET", "/dates", new Dictionary<string, string>(), null));
            var ours = load.Player.Play(await ReplayRequestOf(request));
            using var theirs = await wireMock.SendAsync(request, CancellationToken.None);
            var left = Encoding.UTF8.GetString(ours.Body.Span).Split('\n');
            var right = (await theirs.Content.ReadAsStringAsync()).Split('\n');
            var sources = template.Split('\n');
            Assert.That(right, Has.Length.EqualTo(sources.Length));
            Assert.That(
                sources.Select((source, index) => (source, Ours: left.ElementAtOrDefault(index), Theirs: right[index])).Where(static row => row.Ours != row.Theirs).Take(10),
                Is.Empty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string?> CompareAsync(WireMockProcess wireMock, ReplayPlayer player, ReplayStub stub, ExampleRequest example, bool mayFail)
    {
        // Both read their clocks, and the second may change between the two readings: then both are asked again.
        string? difference = null;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (stub is { Scenario: { } scenario })
            {
                var state = stub.RequiredState ?? ReplayPlayer.StartState;
                player.SetScenario(scenario, state);
                await wireMock.SetStateAsync(scenario, state, CancellationToken.None);
            }

            using var request = MakeRequest(wireMock.Address, example);
            var ours = player.Play(await ReplayRequestOf(request));
            if (ours.TemplateFault is { } fault && !mayFail)
            {
                return $"the template fails: {fault}";
            }

            difference = ours.Source == stub.Source
                ? await DifferenceAsync(wireMock, request, ours)
                : $"the player answers with {ours.Source ?? "no stub"}; name a request in metadata.examples that reaches this one";
            if (difference is null)
            {
                return null;
            }
        }

        return difference;
    }

    private static async Task<string?> DifferenceAsync(WireMockProcess wireMock, HttpRequestMessage request, ReplayResponse ours)
    {
        using var limit = new CancellationTokenSource(ours.Delay >= LongDelay ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(20));
        try
        {
            using var theirs = await wireMock.SendAsync(request, limit.Token);
            if (ours.Delay >= LongDelay || ours.Fault is not null)
            {
                return ours.Fault == ReplayFault.MalformedResponseChunk ? null : "the player delays or breaks, WireMock answers";
            }

            var body = Encoding.UTF8.GetString(ours.Body.Span);
            if ((int)theirs.StatusCode != ours.Status)
            {
                var said = Start(await theirs.Content.ReadAsStringAsync(limit.Token));
                return string.Create(CultureInfo.InvariantCulture, $"status {ours.Status}, WireMock {(int)theirs.StatusCode}; the player says {Start(body)}, WireMock {said}");
            }

            if (ours.TemplateFault is not null)
            {
                // The text of a failed template is each player's own.
                return null;
            }

            if (ours.StatusMessage is { } message && message != theirs.ReasonPhrase)
            {
                return $"reason '{ours.StatusMessage}', WireMock '{theirs.ReasonPhrase}'";
            }

            // Headers first: reading the body makes the client rewrite the content type.
            var header = HeaderDifference(ours, theirs);
            var other = await theirs.Content.ReadAsStringAsync(limit.Token);
            return header ?? (body == other ? null : $"body {FirstDifference(body, other)}");
        }
        catch (OperationCanceledException) when (ours.Delay >= LongDelay)
        {
            return null;
        }
        catch (HttpRequestException exception)
        {
            return ours.Fault is null ? $"WireMock breaks the connection: {exception.Message}" : null;
        }
    }

    private static string Start(string text) => text.Length > 300 ? text[..300] : text;

    private static string FirstDifference(string ours, string theirs)
    {
        var at = ours.Zip(theirs).TakeWhile(static pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, at - 60);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"differs at character {at}: '{Start(ours[Math.Min(from, ours.Length)..])}', WireMock '{Start(theirs[Math.Min(from, theirs.Length)..])}'");
    }

    private static string? HeaderDifference(ReplayResponse ours, HttpResponseMessage theirs)
    {
        foreach (var group in ours.Headers.GroupBy(static header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            var mine = string.Join(", ", group.Select(static header => header.Value));
            var other = theirs.Headers.NonValidated.TryGetValues(group.Key, out var values) || theirs.Content.Headers.NonValidated.TryGetValues(group.Key, out values)
                ? string.Join(", ", values)
                : null;
            if (mine != other)
            {
                return $"header {group.Key} '{mine}', WireMock '{other}'";
            }
        }

        return null;
    }

    private static HttpRequestMessage MakeRequest(Uri address, ExampleRequest example)
    {
        var request = new HttpRequestMessage(new HttpMethod(example.Method), new Uri(address, example.Url));
        if (example.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, value) in example.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && request.Content is not null)
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static async Task<ReplayRequest> ReplayRequestOf(HttpRequestMessage request)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("The request was made with an address.");
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? Enumerable.Empty<KeyValuePair<string, HeaderStringValues>>())
            .Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString()))
            .Append(KeyValuePair.Create("Host", request.Headers.Host ?? address.Authority));
        var origin = new Uri($"http://{request.Headers.Host ?? address.Authority}");
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        return new ReplayRequest(request.Method.Method, origin, address.PathAndQuery, headers, body);
    }
}

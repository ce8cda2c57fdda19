using System.Net.Http.Headers;
using System.Text;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary><c>POST [type]/_search</c> gives what GET gives (R4 http, "search"), with its parameters in the body, in the query, or in both.</summary>
[TestFixture("R01")]
[TestFixture("R04")]
[TestFixture("SOS")]
[Parallelizable]
internal sealed class PostSearchTests(string flow)
{
    private const string Form = "application/x-www-form-urlencoded";

    private FlowSearch Good => FlowSearch.Named(flow);

    [TestCase(Form)]
    [TestCase(Form + "; charset=utf-8")]
    [TestCase("Application/X-WWW-Form-UrlEncoded;charset=UTF-8")]
    public async Task Post_EncodedForm_GivesWhatGetGives(string mediaType) => await ShouldBeSameAsync(await PostAsync(string.Empty, Good.Query, mediaType));

    [Test]
    public async Task Post_RawSigns_GivesWhatGetGives() =>
        await ShouldBeSameAsync(await PostAsync(string.Empty, Good.Query.Replace("%2B", "+", StringComparison.Ordinal).Replace("%7C", "|", StringComparison.Ordinal), Form));

    [Test]
    public async Task Post_EverythingEncoded_GivesWhatGetGives()
    {
        var encoded = string.Join('&', Good.Pairs.Select(static pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(Uri.UnescapeDataString(pair.Value))}"));
        await ShouldBeSameAsync(await PostAsync(string.Empty, encoded, Form));
    }

    [Test]
    public async Task Post_PartsInQueryAndBody_AreOneSearch()
    {
        for (var split = 0; split <= Good.Pairs.Count; split++)
        {
            var (query, body) = (Good with { Pairs = [.. Good.Pairs.Take(split)] }, Good with { Pairs = [.. Good.Pairs.Skip(split)] });
            await ShouldBeSameAsync(await PostAsync(split == 0 ? string.Empty : "?" + query.Query, body.Query, Form));
        }
    }

    [Test]
    public async Task Post_EmptyBody_IsTheQueryAlone()
    {
        await ShouldBeSameAsync(await PostAsync("?" + Good.Query, string.Empty, Form));
        await ShouldBeSameAsync(await PostAsync("?" + Good.Query, string.Empty, "application/json"));
        Assert.That((int)(await PostAsync(string.Empty, string.Empty, Form)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Post_SelfLink_IsTheSearchAsAGet()
    {
        var hub = await HubFixture.HubAsync();
        var answer = await PostAsync("?_count=1000", Good.Query, Form);
        var link = answer.Json.Items("link").Single().Text("url") ?? string.Empty;

        Assert.That(link, Is.EqualTo($"{hub.FhirBase}/{Good.Resource}?_count=1000&{Good.Query}"));
        await ShouldBeSameAsync(await hub.GetAsync(link[(hub.FhirBase.Length + 1)..]));
    }

    [TestCase("application/json")]
    [TestCase("application/fhir+json")]
    [TestCase("text/plain")]
    [TestCase("multipart/form-data; boundary=x")]
    public async Task Post_OtherMediaType_Answers415(string mediaType)
    {
        var answer = await PostAsync(string.Empty, Good.Query, mediaType);
        Assert.That(((int)answer.Status, answer.Type), Is.EqualTo((415, "OperationOutcome")));
    }

    [Test]
    public async Task Post_OneMegabyte_Answers413()
    {
        var told = await PostAsync(string.Empty, Good.Query + "&x=" + new string('8', 1_000_000), Form);
        Assert.That(((int)told.Status, told.Type), Is.EqualTo((413, "OperationOutcome")));
    }

    [Test]
    public async Task Post_OneMegabyteOfUntoldLength_Answers413()
    {
        var hub = await HubFixture.HubAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Good.Resource}/_search", UriKind.Relative))
        {
            Content = new StreamContent(new Push.LengthlessStream(Encoding.ASCII.GetBytes(new string('8', 1_000_000)))),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Form);
        var answer = await hub.SendAsync(request);

        Assert.That(((int)answer.Status, answer.Type), Is.EqualTo((413, "OperationOutcome")));
    }

    [TestCase("_format=xml")]
    [TestCase("_format=application%2Ffhir%2Bxml")]
    public async Task Post_OtherFormatInTheBody_Answers406(string format)
    {
        var answer = await PostAsync(string.Empty, $"{Good.Query}&{format}", Form);
        Assert.That(((int)answer.Status, answer.Type), Is.EqualTo((406, "OperationOutcome")));
    }

    [Test]
    public async Task Post_FormatOfJsonInTheBody_IsAnswered() => await ShouldBeSameAsync(await PostAsync(string.Empty, Good.Query + "&_format=application/fhir+json", Form));

    [Test]
    public async Task Post_Faulty_NamesTheParameterOfTheBody()
    {
        var answer = await PostAsync(string.Empty, Good.Rewrite(Good.Status, static _ => string.Empty).Query, Form);

        Assert.That((int)answer.Status, Is.EqualTo(400));
        Assert.That(answer.Issues.SelectMany(static issue => issue.Items("location")).Select(static location => location.GetString()), Is.EqualTo(new[] { "http." + Good.Status }));
    }

    [Test]
    public async Task Post_LettersBeyondAscii_AreKeptInTheSelfLink()
    {
        var hub = await HubFixture.HubAsync();
        var answer = await PostAsync(string.Empty, Good.Query + "&name=Zoé\U0001F44D", Form + "; charset=utf-8");

        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(answer.Json.Items("link").Single().Text("url"), Is.EqualTo($"{hub.FhirBase}/{Good.Url}&name=Zo%C3%A9%F0%9F%91%8D"));
    }

    [Test]
    public async Task Post_TagOfAnotherSearch_IsNoReasonToAnswerNothing()
    {
        // The address of a POST does not tell what was searched for, so its tag tells nothing of the next one (RFC 9110 §13.1.2 keeps 304 to GET and HEAD).
        var hub = await HubFixture.HubAsync();
        var first = await PostAsync(string.Empty, Good.Query, Form);
        var request = Request(string.Empty, Good.Query, Form);
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag?.ToString());
        request.Headers.IfModifiedSince = hub.Now;

        await ShouldBeSameAsync(await hub.SendAsync(request));
    }

    private HttpRequestMessage Request(string query, string body, string mediaType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Good.Resource}/_search{query}", UriKind.Relative)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return request;
    }

    private async Task<Answer> PostAsync(string query, string body, string mediaType) => await (await HubFixture.HubAsync()).SendAsync(Request(query, body, mediaType));

    private async Task ShouldBeSameAsync(Answer answer)
    {
        var expected = SameEntries.Of(await Good.SendAsync(await HubFixture.HubAsync()));
        Assert.That(expected, Has.Count.GreaterThan(10));
        Assert.That(SameEntries.Of(answer), Is.EqualTo(expected));
    }
}

using System.Globalization;
using System.Net;
using System.Text;

using Sas.Interop.Durability.Tracks;
using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Preferences;

namespace Sas.Interop.Scenarios.Tests.Storage;

/// <summary>
/// Writes numbers, each greater than the one before, in two ways: as what a practitioner declares and as the account of a regulator.
/// Remembers what was acknowledged, and says whether that is what is kept.
/// </summary>
internal sealed class DurableWriter(RunningHub hub, int seat)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private readonly string _owner = CheckDigits.Practitioner(9_300 + seat);
    private readonly string _account = string.Create(CultureInfo.InvariantCulture, $"storage-{seat}");
    private readonly PlatformCalls _calls = new(hub);
    private int _sent;
    private int _declared;
    private int _named;

    /// <summary>Writes the next number in both ways.</summary>
    /// <returns>The two statuses.</returns>
    public async Task<(HttpStatusCode Declaration, HttpStatusCode Account)> WriteAsync(int padding = 0)
    {
        _sent++;
        var declaration = await DeclareAsync(padding).WaitAsync(Bound);
        var account = await NameAsync().WaitAsync(Bound);
        _declared = IsMade(declaration) ? _sent : _declared;
        _named = IsMade(account) ? _sent : _named;
        return (declaration.Status, account.Status);
    }

    /// <summary>Writes, and expects to be put off: 503 with the time to come back, in a bounded time.</summary>
    public async Task IsPutOffAsync()
    {
        _sent++;
        foreach (var answer in new[] { await DeclareAsync(0).WaitAsync(Bound), await NameAsync().WaitAsync(Bound) })
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable), answer.Url);
            Assert.That(answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero), answer.Url);
        }
    }

    /// <summary>Writes until both ways are acknowledged, as a caller that was put off does.</summary>
    public Task UntilMadeAsync() => Eventually.TrueAsync(
        async () => await WriteAsync() is var (declaration, account) && IsMade(declaration) && IsMade(account), $"writes of seat {seat} to be made again");

    /// <summary>What is kept is what was acknowledged last, or was sent after that and ended in doubt.</summary>
    public async Task IsKeptAsync()
    {
        if (_declared > 0)
        {
            var kept = await _calls.GetAsync(PlatformCalls.Of(_owner));
            Assert.That(kept.Status, Is.EqualTo(HttpStatusCode.OK));
            var place = kept.Json.Items("unavailabilities").Single().Text("place") ?? string.Empty;
            Assert.That(int.Parse(place.TrimEnd('x'), CultureInfo.InvariantCulture), Is.InRange(_declared, _sent));
        }

        if (_named > 0)
        {
            var found = await hub.GetAsync(Samples.Criterion("Practitioner", Samples.PlatformSystem, _account)["fhir/".Length..]);
            var mail = found.OfType("Practitioner").Single().Items("telecom").Single().Text("value") ?? string.Empty;
            Assert.That(int.Parse(mail[1..mail.IndexOf('@', StringComparison.Ordinal)], CultureInfo.InvariantCulture), Is.InRange(_named, _sent));
        }
    }

    private static bool IsMade(Answer answer) => IsMade(answer.Status);

    private static bool IsMade(HttpStatusCode status) => status is HttpStatusCode.OK or HttpStatusCode.Created;

    // The place carries the number; blanks would be trimmed, so letters pad it.
    private Task<Answer> DeclareAsync(int padding) => _calls.SetAsync(
        _owner, string.Create(CultureInfo.InvariantCulture, $$"""{"unavailabilities":[{"place":"{{_sent}}{{new string('x', padding)}}"}]}"""));

    private Task<Answer> NameAsync() => _calls.SendAsync(
        HttpMethod.Put,
        Samples.Criterion("Practitioner", Samples.PlatformSystem, _account),
        new StringContent(Samples.Regulator(_account, _sent, true), Encoding.UTF8, "application/fhir+json"));
}

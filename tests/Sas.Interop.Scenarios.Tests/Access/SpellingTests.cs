using System.Globalization;
using System.Text.RegularExpressions;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>However an address is spelled, the rule that holds is that of the route which is executed.</summary>
[Parallelizable]
internal sealed partial class SpellingTests
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get"];

    private static readonly string[] Paths =
    [
        "/fhir", "/fhir/Slot", "/fhir/Appointment", "/fhir/Appointment/$book", "/fhir/Appointment/$hold", "/fhir/Appointment/00000000000000000000000000000000/_history/1", "/fhir/ServiceRequest/x",
        "/fhir/Practitioner/00000000000000000000000000000000", "/fhir/metadata", "/v1/orientations", "/v1/orientations/statistics", "/v1/editors", "/v1/regulators/x/deliveries", "/admin/vendors",
        "/admin/vendors/bravo-agenda", "/admin/owners/810000000017", "/admin/outbox/dead/replay", "/status", "/health/live", "/redirect/x", "/nowhere", "/",
    ];

    private static readonly Func<string, string>[] Spellings =
    [
        static path => path,
        static path => path.ToUpperInvariant(),
        static path => path.ToLowerInvariant(),
        static path => path + "/",
        static path => path + "//",
        static path => "/" + path,
        static path => "/." + path,
        static path => "/x/.." + path,
        static path => "/%2e%2e" + path,
        static path => path.Replace("/", "//", StringComparison.Ordinal),
        static path => "/" + path[1..].Replace("/", "%2F", StringComparison.Ordinal),
        static path => path.Replace("$", "%24", StringComparison.Ordinal),
        static path => path.Length > 2 ? $"{path[..^1]}%{(int)path[^1]:X2}" : path,
        static path => path + ";a=b",
        static path => path + "?x=1",
        static path => path + "%00",
        static path => path + "%20",
        static path => path + ".json",
        static path => path.Replace("/", "\\", StringComparison.Ordinal),
        static path => "http://other.example" + path,
    ];

    private static readonly string[] Callers = [.. TestCallers.Known.Keys, TestCallers.Unknown];
    private AccessHub _sut = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = await AccessFixture.HubAsync();

    [Test]
    public void Send_AnySpelling_IsJudgedByTheRouteThatIsExecuted()
    {
        var some = from method in Gen.Elements(Methods)
                   from path in Gen.Elements(Paths)
                   from first in Gen.Elements(Spellings)
                   from second in Gen.Elements(Spellings)
                   from caller in Gen.Elements(Callers)
                   select (Line: $"{method} {second(first(path))} HTTP/1.1", Caller: caller);
        Prop.ForAll(some.ToArbitrary(), request => HoldsAsync(request.Line, request.Caller).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));
    }

    [Test]
    public async Task Send_EverySpellingOfEveryPath_IsJudgedByTheRouteThatIsExecuted()
    {
        foreach (var path in Paths)
        {
            foreach (var spelling in Spellings)
            {
                foreach (var method in new[] { "GET", "POST" })
                {
                    Assert.That(await HoldsAsync($"{method} {spelling(path)} HTTP/1.1", "vendor-a"), Is.True);
                    Assert.That(await HoldsAsync($"{method} {spelling(path)} HTTP/1.1", TestCallers.Unknown), Is.True);
                }
            }
        }
    }

    private async Task<bool> HoldsAsync(string line, string name)
    {
        var answer = await _sut.Hub.SendRawAsync($"{line}\r\n{TestCallers.Header}: {name}\r\nContent-Length: 0");
        var status = int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (RuleLine().Match(answer) is not { Success: true } told)
        {
            // The server itself would not read it: no route, no rule, nothing served.
            Assert.That(status, Is.EqualTo(400).Or.EqualTo(501), line + answer);
            return true;
        }

        var rule = int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture);
        var caller = TestCallers.Known.GetValueOrDefault(name);
        Assert.That(rule, Is.GreaterThanOrEqualTo(-1), $"{line}: a route without a rule");
        switch (rule)
        {
            case (int)CallerRoles.None:
                Assert.That(status, Is.Not.AnyOf(401, 403), $"{line} by {name}");
                break;
            case > 0 when caller is not null && (caller.Roles & (CallerRoles)rule) != CallerRoles.None:
                Assert.That(status, Is.Not.AnyOf(401, 403), $"{line} by {name}");
                break;
            case > 0:
                Assert.That(status, Is.EqualTo(caller is null ? 401 : 403), $"{line} by {name}");
                break;
            default:
                Assert.That(status, caller is null ? Is.EqualTo(401) : Is.AnyOf(404, 405, 400), $"{line} by {name}");
                break;
        }

        if (caller is null or { IsVendorOnly: true, VendorId: Tenant.IdOfA })
        {
            Assert.That(answer, Does.Not.Contain(_sut.B.Mark + "-place").IgnoreCase, $"{line} by {name}");
        }

        return true;
    }

    [GeneratedRegex($"^{RuleReport.Header}: (-?[0-9]+)", RegexOptions.Multiline)]
    private static partial Regex RuleLine();
}

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>The table for people says what the rules do.</summary>
[Parallelizable]
internal sealed class AccessPageTests
{
    private static readonly CallerRoles[] Columns = [CallerRoles.Platform, CallerRoles.Vendor, CallerRoles.Tester, CallerRoles.Operator];

    [Test]
    public void Table_OfTheDocs_HasEveryRouteWithItsCallers()
    {
        var told = File.ReadLines(Path.Combine(HubFixture.Root, "docs", "access.md"))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains(" /", StringComparison.Ordinal) && line.Split('|').Length == 8)
            .Select(static line => string.Join('|', line.Split('|')[1..^1].Select(static cell => cell.Trim() is "own" ? "yes" : cell.Trim())));
        var ruled = from route in RouteCase.All
                    from method in route.Methods.Split(' ')
                    where method != "HEAD"
                    select $"`{method} {route.Route}`|{string.Join('|', Columns.Select(role => Cell(route, role)))}|{(route.Who == CallerRoles.None ? "yes" : string.Empty)}";

        Assert.That(told, Is.EquivalentTo(ruled));
    }

    private static string Cell(RouteCase route, CallerRoles role) => route.Who == CallerRoles.None || route.Who.HasFlag(role) ? "yes" : string.Empty;
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

using Sas.Interop.Hub.Admin;

namespace Sas.Interop.Hub.Tests.Admin;

internal sealed class ViewWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    [TestCase("", 0, 72)]
    [TestCase("?from=2026-03-02T09:00:00Z", 2, 74)]
    [TestCase("?to=2026-03-02T09:00:00Z", 0, 2)]
    [TestCase("?from=2026-03-01T07:00:00+00:00&to=2026-03-31T08:00:00%2B01:00", -24, 29 * 24)]
    public void Read_UsualForms_GivesTheWindow(string query, int from, int to)
    {
        var (window, error) = Read(query);

        Assert.That(error, Is.Null);
        Assert.That((window.From, window.To), Is.EqualTo((Now.AddHours(from), Now.AddHours(to))).Using<DateTimeOffset>(static (one, other) => (one - other).Duration() < TimeSpan.FromSeconds(1)));
    }

    [TestCase("?from=soon", "query.from")]
    [TestCase("?from=", "query.from")]
    [TestCase("?from=2026-03-02&from=2026-03-03", "query.from")]
    [TestCase("?from=0001-01-01", "query.from")]
    [TestCase("?to=9999-12-31T23:59:59Z", "query.to")]
    [TestCase("?to=2026-03-02T06:59:00Z", "query.to")]
    [TestCase("?to=2026-04-02T07:00:01Z", "query.to")]
    [TestCase("?from=9999-12-31T23:59:59Z", "query.from")]
    public void Read_BadForms_NamesTheParameter(string query, string path)
    {
        var error = Read(query).Error;

        Assert.That((error?.Status, error?.Path), Is.EqualTo((400, path)));
    }

    private static (ViewWindow Window, Hub.Preferences.ApiError? Error) Read(string query) => ViewWindow.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Now);
}

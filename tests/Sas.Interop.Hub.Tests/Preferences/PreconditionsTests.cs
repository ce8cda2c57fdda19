using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Preferences;

namespace Sas.Interop.Hub.Tests.Preferences;

internal sealed class PreconditionsTests
{
    private static readonly StoredPreference Kept = new("810000000001", 12, DateTimeOffset.UnixEpoch, "{}");

    [TestCase(null, null, true)]
    [TestCase("\"12\"", null, true)]
    [TestCase("\"11\", \"12\"", null, true)]
    [TestCase("*", null, true)]
    [TestCase("\"11\"", null, false)]
    [TestCase("W/\"12\"", null, false)]
    [TestCase(null, "*", false)]
    [TestCase(null, "\"12\"", false)]
    [TestCase(null, "\"11\"", true)]
    public void Allow_Kept_FollowsTheTags(string? match, string? noneMatch, bool expected) => Assert.That(Of(match, noneMatch)?.Allow(Kept), Is.EqualTo(expected));

    [TestCase(null, null, true)]
    [TestCase("*", null, false)]
    [TestCase("\"12\"", null, false)]
    [TestCase(null, "*", true)]
    public void Allow_NothingOrTakenBack_HasNoTag(string? match, string? noneMatch, bool expected)
    {
        Assert.That(Of(match, noneMatch)?.Allow(null), Is.EqualTo(expected));
        Assert.That(Of(match, noneMatch)?.Allow(Kept with { Content = null }), Is.EqualTo(expected));
    }

    [TestCase("12", null)]
    [TestCase("\"12", null)]
    [TestCase(null, "twelve")]
    public void Of_NoEntityTag_IsRefused(string? match, string? noneMatch) => Assert.That(Of(match, noneMatch), Is.Null);

    private static Preconditions? Of(string? match, string? noneMatch)
    {
        var context = new DefaultHttpContext();
        if (match is not null)
        {
            context.Request.Headers.IfMatch = match;
        }

        if (noneMatch is not null)
        {
            context.Request.Headers.IfNoneMatch = noneMatch;
        }

        return Preconditions.Of(context.Request).Required;
    }
}

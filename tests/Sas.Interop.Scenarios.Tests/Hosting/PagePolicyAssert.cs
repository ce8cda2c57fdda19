using System.Security.Cryptography;
using System.Text;

namespace Sas.Interop.Scenarios.Tests.Hosting;

/// <summary>What the policy of a page for people must say, worked out from the page.</summary>
internal static class PagePolicyAssert
{
    /// <summary>Nothing is allowed but the page's own style, and nobody may frame it.</summary>
    public static void OwnStyleAlone(string html, string policy)
    {
        var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.That(policy, Is.EqualTo($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Sas.Interop.Hub.Security;

/// <summary>The <c>Content-Security-Policy</c> of the pages that people see: one style of their own, no script, no form, no frame around them.</summary>
internal static class PagePolicy
{
    /// <param name="css">What stands between <c>&lt;style&gt;</c> and <c>&lt;/style&gt;</c>, to the character.</param>
    public static string With(string css) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

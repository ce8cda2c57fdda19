using System.Text;

namespace Sas.Interop.TestKit.Traces;

/// <summary>How a mark may stand in bytes: in UTF-8, in UTF-16, and inside of something that was made base64. Marks hold plain letters, digits, blanks and hyphens.</summary>
internal static class MarkForms
{
    private const int Group = 3;

    /// <returns>Forms, each character a byte.</returns>
    public static IEnumerable<string> Of(string mark)
    {
        yield return mark;
        yield return Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(mark))[..^1];
        for (var before = 0; before < Group; before++)
        {
            // What stands before and behind decides about the characters at both ends: they are left out.
            var bytes = new byte[before + mark.Length];
            Encoding.ASCII.GetBytes(mark, bytes.AsSpan(before));
            var whole = bytes.Length / Group * Group;
            yield return Convert.ToBase64String(bytes, 0, whole)[(before == 0 ? 0 : 4)..];
        }
    }
}

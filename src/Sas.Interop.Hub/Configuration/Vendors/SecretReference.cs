using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Where a secret is kept: an environment variable or a file, never the value itself.</summary>
/// <param name="Environment">Name of the variable, or null.</param>
/// <param name="File">Path of the file as written, or null.</param>
/// <param name="At">Where the reference stands.</param>
internal sealed record SecretReference(string? Environment, string? File, SourceValue At)
{
    private const int LongestPath = 1_000;

    /// <returns>Null, with a fault that never repeats what was written, when it is no reference.</returns>
    public static SecretReference? Read(SourceValue at, FaultList faults)
    {
        const string Right = "Must be a reference, {\"env\": \"NAME\"} or {\"file\": \"path\"}; a secret's value never stands in this file.";
        if (at.Kind != System.Text.Json.JsonValueKind.Object || at.Children.Count != 1 || at.Children[0] is not { Name: "env" or "file" } member)
        {
            faults.Add(at, Right);
            return null;
        }

        if (ObjectReader.TextOf(member, LongestPath, faults) is not { } text)
        {
            return null;
        }

        if (member.Name == "file")
        {
            return new SecretReference(null, text, at);
        }

        if (!text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') || char.IsAsciiDigit(text[0]))
        {
            faults.Add(member, "Not the name of an environment variable: letters, digits and _ only, not a digit first.");
            return null;
        }

        return new SecretReference(text, null, at);
    }
}

using System.Globalization;

namespace Sas.Interop.Hub.Configuration;

/// <summary>One fault, or one warning, of a configuration file.</summary>
/// <param name="File">Name of the file without its folder, or the name of the setting's source.</param>
/// <param name="Path">JSON path such as <c>$.vendors[3].poll.every</c>, or the column of a CSV file.</param>
/// <param name="Line">Line from 1; 0 when the fault has no line.</param>
/// <param name="Message">What is wrong and what would be right; never a secret, a name or a phone number.</param>
internal sealed record ConfigFault(string File, string Path, int Line, string Message)
{
    public override string ToString() => Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Path}: {Message}")
        : $"{File}: {Path}: {Message}";
}

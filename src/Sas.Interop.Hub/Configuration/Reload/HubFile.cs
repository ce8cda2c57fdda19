namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>A file that is looked for in several places; once found it stays where it was found, even while an editor replaces it.</summary>
/// <param name="candidates">Absolute paths, the preferred one first.</param>
/// <param name="required">Whether it must be there.</param>
internal sealed class HubFile(IReadOnlyList<string> candidates, bool required)
{
    private string? _found;

    public IReadOnlyList<string> Candidates { get; } = candidates;

    /// <param name="path">As given: absolute, or relative to the current folder and then to that of the executable.</param>
    /// <param name="required">Whether it must be there.</param>
    public static HubFile Of(string path, bool required) =>
        new([.. new[] { Path.GetFullPath(path), Path.GetFullPath(path, AppContext.BaseDirectory) }.Distinct(StringComparer.Ordinal)], required);

    /// <returns>Where it is; for a required file that is nowhere the preferred place; otherwise null.</returns>
    public string? Find()
    {
        _found ??= Candidates.FirstOrDefault(File.Exists);
        return _found ?? (required ? Candidates[0] : null);
    }
}

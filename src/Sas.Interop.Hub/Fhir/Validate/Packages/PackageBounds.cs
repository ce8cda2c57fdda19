namespace Sas.Interop.Hub.Fhir.Validate.Packages;

/// <summary>What a package of definitions may be at most; a national package has some hundred files and a few megabytes.</summary>
/// <param name="Entries">Files and folders that are looked at.</param>
/// <param name="FileBytes">Bytes of one file.</param>
/// <param name="TotalBytes">Bytes of all together, after decompression and whatever they are.</param>
internal sealed record PackageBounds(int Entries, int FileBytes, long TotalBytes)
{
    public static PackageBounds Default { get; } = new(10_000, 8 * 1024 * 1024, 64L * 1024 * 1024);
}

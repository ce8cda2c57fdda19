namespace Sas.Interop.Adapters.Replay;

/// <summary>Something in a mapping folder that keeps it from being played.</summary>
/// <param name="File">File, relative to its folder.</param>
/// <param name="Path">JSON path of the element at fault.</param>
/// <param name="Rule">What is wrong and what would be right.</param>
internal sealed record MappingFault(string File, string Path, string Rule)
{
    public override string ToString() => $"{File} {Path}: {Rule}";
}

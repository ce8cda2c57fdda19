namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Bounds of one template, at load and at play.</summary>
internal static class TemplateLimits
{
    public const int MaxLength = 4 * 1024 * 1024;
    public const int MaxNesting = 32;
    public const int MaxOutput = 16 * 1024 * 1024;
    public const int MaxSteps = 2_000_000;
    public const int MaxListItems = 10_000;
}

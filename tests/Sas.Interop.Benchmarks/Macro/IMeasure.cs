namespace Sas.Interop.Benchmarks.Macro;

/// <summary>One measure; it adds what it found to the report.</summary>
internal interface IMeasure
{
    string Name { get; }

    Task RunAsync(MacroContext context);
}

using Sas.Interop.Benchmarks;
using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Benchmarks.Macro;
using Sas.Interop.NationalLoad;

try
{
    var line = new ProgramArguments(args);
    return line.Verb switch
    {
        "serve" => await ServeVerb.HubAsync(line),
        "flood" => await FloodVendor.RunAsync(line),
        "feeds" => await ServeVerb.FeedsAsync(line),
        "micro" => await BenchVerbs.MicroAsync(line),
        "macro" => await BenchVerbs.MacroAsync(line),
        "report" => await BenchVerbs.ReportAsync(line),
        _ => await BenchVerbs.UsageAsync(),
    };
}
catch (ArgumentException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}

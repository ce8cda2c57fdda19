using Sas.Interop.NationalLoad;
using Sas.Interop.NationalLoad.Population;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    var line = new ProgramArguments(args);
    var time = TimeProvider.System;
    Country MakeCountry() => new(LoadVerbs.Options(line, time));
    switch (line.Verb)
    {
        case "files":
            return await LoadVerbs.FilesAsync(MakeCountry(), line, stop.Token);
        case "feeds":
            return await LoadVerbs.FeedsAsync(MakeCountry(), line, time, stop.Token);
        case "drive":
            return await LoadVerbs.DriveAsync(MakeCountry(), line, time);
        default:
            await Console.Out.WriteLineAsync(LoadVerbs.Usage);
            return line.Verb.Length == 0 ? 0 : 2;
    }
}
catch (ArgumentException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}

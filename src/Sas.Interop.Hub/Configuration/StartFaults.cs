using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Configuration;

/// <summary>Turns what stopped the start into lines for the operator.</summary>
internal static class StartFaults
{
    /// <summary>Exit code of a process that ends because its configuration cannot be used.</summary>
    public const int ExitCode = 2;

    /// <returns>Every fault, one a line; null when the exception is about something else.</returns>
    public static IReadOnlyList<string>? Of(Exception stopped) => stopped switch
    {
        InvalidConfigurationException invalid => [.. invalid.Faults.Select(static fault => fault.ToString())],
        OptionsValidationException refused => [.. refused.Failures],
        IOException { InnerException: AddressInUseException } taken => [taken.Message],
        AggregateException { InnerExceptions: var all } when all.Select(Of).ToList() is var lists && !lists.Contains(null) =>
            [.. lists.SelectMany(static list => list ?? [])],
        _ => null,
    };
}

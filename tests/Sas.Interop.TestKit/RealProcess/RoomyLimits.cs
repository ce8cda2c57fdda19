namespace Sas.Interop.TestKit.RealProcess;

/// <summary>Settings of limits that no test meets because it, or the machine, is in a hurry. Tests of limits set their own after these.</summary>
public static class RoomyLimits
{
    private static readonly string[] Hurried = ["Operator", "Tester", "Vendor", "Unknown"];

    /// <summary>As <c>Key=value</c>.</summary>
    public static IReadOnlyList<string> Settings { get; } =
    [
        .. Hurried.SelectMany(static role => new[]
        {
            $"Hub:Limits:{role}:RequestsPerSecond=100000",
            $"Hub:Limits:{role}:Burst=1000000",
            $"Hub:Limits:{role}:Concurrency=10000",
            $"Hub:Limits:{role}:BytesPerSecond=1000000000",
            $"Hub:Limits:{role}:BytesBurst=1000000000",
        }),
        "Hub:Limits:Overload:ThreadWait=00:00:10",
        "Hub:Limits:Overload:MemoryShare=0.99",
    ];

    /// <summary>As a command line has them.</summary>
    public static IReadOnlyList<string> Arguments { get; } = [.. Settings.Select(static setting => "--" + setting)];
}

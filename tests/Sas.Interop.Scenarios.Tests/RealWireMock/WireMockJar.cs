namespace Sas.Interop.Scenarios.Tests.RealWireMock;

/// <summary>Where the real WireMock and its JVM are, when they are there.</summary>
internal static class WireMockJar
{
    public static string? Java { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(static folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "java.exe" : "java"))
        .FirstOrDefault(File.Exists);

    public static string? Jar { get; } = FindJar();

    /// <summary>Why the comparison cannot run; null when it can.</summary>
    public static string? WhyAbsent => (Java, Jar) switch
    {
        (null, _) => "Skipped: there is no java on the path, so the real WireMock cannot be started.",
        (_, null) => "Skipped: SAS_WIREMOCK_JAR names no file and .tools/wiremock holds no wiremock-standalone jar.",
        _ => null,
    };

    private static string? FindJar()
    {
        var named = Environment.GetEnvironmentVariable("SAS_WIREMOCK_JAR");
        if (!string.IsNullOrEmpty(named))
        {
            return File.Exists(named) ? named : null;
        }

        var folder = Path.Combine(SolutionFolder.FullName, ".tools", "wiremock");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "wiremock-standalone-*.jar", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
    }
}

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>The root of the repository that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Adapters => Path.Combine(Root, "adapters.json");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sas.Interop.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run from a build inside the repository, and none was found above the program.");
    }
}

namespace Sas.Interop.TestKit.RealProcess;

/// <summary>Root of the repository: the folder of the solution file, above the test binaries.</summary>
public static class SolutionFolder
{
    public static string FullName { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sas.Interop.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The solution file is not above the test binaries.");
    }
}

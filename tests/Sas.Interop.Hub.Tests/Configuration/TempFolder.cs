using System.Text;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Configuration;

/// <summary>A folder of one test, removed at its end.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly TestFolder _folder = new("hub-config-");

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text, new UTF8Encoding(false));
        return File(name);
    }

    public void Dispose() => _folder.Dispose();
}

using System.Diagnostics;
using System.Globalization;

namespace Sas.Interop.Scenarios.Tests.Storage;

/// <summary>A disk of a few megabytes in memory at a folder; a test that may not mount one is skipped.</summary>
internal sealed class SmallDisk(string folder) : IAsyncDisposable
{
    public static async Task<SmallDisk> MountAsync(string folder, int megabytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Skipped: only root of a Linux machine may mount the small disk that is to be filled.");
        }

        var exit = await RunAsync("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder);
        if (exit != 0)
        {
            Assert.Ignore("Skipped: this machine does not let its root mount the small disk that is to be filled.");
        }

        return new SmallDisk(folder);
    }

    /// <summary>Writes to a file until nothing more fits.</summary>
    public static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var piece = new byte[4_096];
        try
        {
            while (true)
            {
                file.Write(piece);
            }
        }
        catch (IOException)
        {
            // Full, which was the aim.
        }
    }

    public async ValueTask DisposeAsync() => Assert.That(await RunAsync("umount", "-l", folder), Is.Zero);

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true }) ?? throw new InvalidOperationException($"'{program}' did not start.");
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

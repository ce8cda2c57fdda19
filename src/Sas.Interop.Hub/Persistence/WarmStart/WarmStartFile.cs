using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>The snapshot of free slots in the data folder: one file, replaced as a whole.</summary>
internal sealed class WarmStartFile(string dataFolder, IOptions<WarmStartOptions> options)
{
    public const string Name = "warm-start.bin";

    private const int Buffer = 64 * 1024;

    public string Path { get; } = System.IO.Path.Combine(dataFolder, Name);

    /// <summary>Reads the file. What is wrong with it is told, never thrown.</summary>
    /// <param name="takers">Makes one taker for each block; called by several threads.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<WarmStartReading<T>> ReadAsync<T>(Func<ISavedOwnerTaker<T>> takers, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var file = File.OpenHandle(Path, options: FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(file);
            if (length > options.Value.MaxBytes)
            {
                return WarmStartReading<T>.Refused($"has {length} bytes, more than Hub:WarmStart:MaxBytes allows");
            }

            using var reader = new WarmStartReader<T>(file, length, takers);
            return await reader.ReadAsync(cancellationToken);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new WarmStartReading<T> { Absent = true };
        }
        catch (Exception unreadable) when (IsOfTheDisk(unreadable))
        {
            return WarmStartReading<T>.Refused($"cannot be read ({unreadable.GetType().Name})");
        }
    }

    /// <summary>Writes a new file beside the one that is there, and puts it in its place when it is safe on the disk.</summary>
    /// <param name="owners">What to write; taken one by one, so that each may use the memory of the one before again.</param>
    /// <param name="writtenAt">When the writing began; for the log.</param>
    /// <param name="cancellationToken">Stops the writing; the file that is there stays.</param>
    public async Task<WarmStartWriting> WriteAsync(IEnumerable<SavedOwner> owners, DateTimeOffset writtenAt, CancellationToken cancellationToken)
    {
        var draft = Path + ".tmp";
        try
        {
            Directory.CreateDirectory(dataFolder);
            FileTotals? totals;
            await using (var stream = new FileStream(draft, Draft()))
            {
                totals = await new WarmStartWriter(stream, options.Value.MaxBytes).WriteAsync(owners, writtenAt, cancellationToken);
                await stream.FlushAsync(cancellationToken);
                if (totals is not null)
                {
                    // Before the new file takes the place of the old one, so that a power cut leaves one of the two whole.
                    stream.Flush(flushToDisk: true);
                }
            }

            if (totals is null)
            {
                File.Delete(draft);
                return new WarmStartWriting(default, "would be longer than Hub:WarmStart:MaxBytes allows");
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(draft, Path, overwrite: true);
            return new WarmStartWriting(totals.Value, null);
        }
        catch (Exception unwritable) when (IsOfTheDisk(unwritable))
        {
            return new WarmStartWriting(default, $"cannot be written ({unwritable.GetType().Name}: {unwritable.Message})");
        }
    }

    private static FileStreamOptions Draft()
    {
        var draft = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = Buffer };
        if (!OperatingSystem.IsWindows())
        {
            draft.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return draft;
    }

    private static bool IsOfTheDisk(Exception fault) => fault is IOException or UnauthorizedAccessException or NotSupportedException;
}

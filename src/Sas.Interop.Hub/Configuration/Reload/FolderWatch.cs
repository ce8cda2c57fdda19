namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>
/// Raises a signal when something happens to one of some files. Folders are watched, not files, since editors replace files; what the watch misses, a look every
/// few seconds finds.
/// </summary>
internal sealed class FolderWatch(ChangeSignal signal, ILogger<FolderWatch> logger) : IDisposable
{
    private readonly Dictionary<string, FileSystemWatcher?> _watchers = new(StringComparer.Ordinal);
    private volatile HashSet<string> _names = [];

    /// <summary>Watches the folders of these files from now on, besides those watched already.</summary>
    public void Cover(IEnumerable<string> files)
    {
        var all = files.ToList();
        _names = [.. all.Select(Path.GetFileName).OfType<string>()];
        foreach (var folder in all.Select(Path.GetDirectoryName).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!_watchers.ContainsKey(folder) && System.IO.Directory.Exists(folder))
            {
                _watchers.Add(folder, Watch(folder));
            }
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher?.Dispose();
        }

        _watchers.Clear();
    }

    private FileSystemWatcher? Watch(string folder)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder)
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.DirectoryName,
            };
            watcher.Changed += OnEvent;
            watcher.Created += OnEvent;
            watcher.Deleted += OnEvent;
            watcher.Renamed += OnEvent;
            watcher.Error += (_, error) => logger.WatchFailed(error.GetException().GetType().Name);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception refused) when (refused is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The system has a limited number of watches; looking every few seconds is enough.
            watcher?.Dispose();
            logger.WatchFailed(refused.GetType().Name);
            return null;
        }
    }

    private void OnEvent(object sender, FileSystemEventArgs change)
    {
        // Mounted folders turn a link named "..data" instead of touching the files.
        if (change.Name is { } name && (_names.Contains(name) || name.StartsWith("..", StringComparison.Ordinal)))
        {
            signal.Raise();
        }
    }
}

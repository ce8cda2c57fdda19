using System.Net.Http.Headers;

namespace Sas.Interop.Adapters.Http;

/// <summary>
/// Keeps answers of one vendor that may be used again: for a while (catalogue calls) or after the vendor confirms by 304 that they still hold.
/// Bounded in bytes; the least recently used answer goes first.
/// </summary>
internal sealed class AnswerCache(long maxBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    public Entry? Find(string key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    public void Store(Entry entry)
    {
        if (entry.Body.Length > maxBytes / 2)
        {
            return;
        }

        lock (_gate)
        {
            Drop(entry.Key);
            _entries[entry.Key] = _byUse.AddFirst(entry);
            _bytes += entry.Body.Length;
            while (_bytes > maxBytes && _byUse.Last is { } oldest)
            {
                Drop(oldest.Value.Key);
            }
        }
    }

    public void Forget(string key)
    {
        lock (_gate)
        {
            Drop(key);
        }
    }

    private void Drop(string key)
    {
        if (_entries.Remove(key, out var node))
        {
            _byUse.Remove(node);
            _bytes -= node.Value.Body.Length;
        }
    }

    internal sealed record Entry(string Key, byte[] Body, EntityTagHeaderValue? Tag, DateTimeOffset? MadeAt, DateTimeOffset FreshUntil);
}

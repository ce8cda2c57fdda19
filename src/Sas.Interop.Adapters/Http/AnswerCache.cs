using System.Net.Http.Headers;

namespace Sas.Interop.Adapters.Http;

/// <summary>
/// Keeps answers of one vendor that may be used again: for a while (catalogue calls) or after the vendor confirms by 304 that they still hold.
/// Bounded in bytes; the least recently used answer goes first.
/// </summary>
internal sealed class AnswerCache(long maxBytes)
{
    // What an entry costs beyond its body and key, so that many tiny answers are bounded too.
    private const int EntryBytes = 512;
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
        lock (_gate)
        {
            Drop(entry.Key);
            if (Cost(entry) > maxBytes / 2)
            {
                return;
            }

            _entries[entry.Key] = _byUse.AddFirst(entry);
            _bytes += Cost(entry);
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

    private static long Cost(Entry entry) => entry.Body.Length + (2L * entry.Key.Length) + EntryBytes;

    private void Drop(string key)
    {
        if (_entries.Remove(key, out var node))
        {
            _byUse.Remove(node);
            _bytes -= Cost(node.Value);
        }
    }

    internal sealed record Entry(string Key, byte[] Body, EntityTagHeaderValue? Tag, DateTimeOffset? MadeAt, DateTimeOffset FreshUntil);
}

using System.Collections.Concurrent;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>The preferences in force. Searches read it without waiting; who keeps them durably writes it. An owner without preference is not in it.</summary>
internal sealed class PreferenceBoard(TimeProvider time) : IPreferenceReader
{
    private readonly ConcurrentDictionary<OwnerKey, OwnerPreference> _preferences = new();
    private long _version;
    private long _changedAt;

    /// <summary>Grows with each change.</summary>
    public long Version => Volatile.Read(ref _version);

    public DateTimeOffset ChangedAt => new(Volatile.Read(ref _changedAt), TimeSpan.Zero);

    public bool IsEmpty => _preferences.IsEmpty;

    public OwnerPreference? Find(OwnerKey owner) => _preferences.GetValueOrDefault(owner);

    /// <summary>Sets what an owner prefers; null takes it back.</summary>
    public void Set(OwnerKey owner, OwnerPreference? preference)
    {
        if (preference is null)
        {
            _preferences.TryRemove(owner, out _);
        }
        else
        {
            _preferences[owner] = preference;
        }

        Volatile.Write(ref _changedAt, time.GetUtcNow().UtcTicks);
        Interlocked.Increment(ref _version);
    }
}

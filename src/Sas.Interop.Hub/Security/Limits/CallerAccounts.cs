using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>The accounts of all callers: of those that are known by name and roles, of the others by address. Their number is bounded.</summary>
internal sealed class CallerAccounts
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(1);

    // One for each set of roles, by name.
    private readonly ConcurrentDictionary<string, CallerAccount>[] _known;
    private readonly ConcurrentDictionary<ulong, CallerAccount> _unknown = new();
    private readonly LimitsOptions _options;
    private readonly TimeProvider _time;
    private readonly TaskScheduler _threads;
    private readonly CallerAccount _latecomers;
    private int _count;
    private long _sweptAt;

    public CallerAccounts(IOptions<LimitsOptions> options, TimeProvider time, BackgroundThreads threads)
    {
        (_options, _time, _threads) = (options.Value, time, threads);
        _known = [.. Enumerable.Range(0, (int)CallerRoles.Any + 1).Select(static _ => new ConcurrentDictionary<string, CallerAccount>(StringComparer.Ordinal))];
        _latecomers = new CallerAccount(_options.Unknown, null, time, threads);
        _sweptAt = time.GetTimestamp();
    }

    public int Count => Volatile.Read(ref _count);

    public CallerAccount Of(CallerIdentity caller)
    {
        var known = _known[(int)caller.Roles];
        var account = known.TryGetValue(caller.Id, out var found) ? found : Open(known, caller.Id, caller.Roles, caller.Limits);
        if (!ReferenceEquals(account.Source, caller.Limits) && account.Source != caller.Limits && account != _latecomers)
        {
            account.Change(LimitsOf(caller.Roles, caller.Limits), caller.Limits);
        }

        return account;
    }

    /// <param name="address">Where a caller that is not known comes from; null where there are no addresses.</param>
    public CallerAccount Of(IPAddress? address)
    {
        var network = Network(address);
        return _unknown.TryGetValue(network, out var found) ? found : Open(_unknown, network, CallerRoles.None, null);
    }

    /// <summary>A number for an IPv4 address, or for the /64 network of an IPv6 address, which one subscriber has to itself.</summary>
    public static ulong Network(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address is null || !address.TryWriteBytes(bytes, out var length))
        {
            return 0;
        }

        return address.AddressFamily == AddressFamily.InterNetwork ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : address.IsIPv4MappedToIPv6 && length == bytes.Length ? BinaryPrimitives.ReadUInt32BigEndian(bytes[12..])
            : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private CallerAccount Open<T>(ConcurrentDictionary<T, CallerAccount> accounts, T key, CallerRoles roles, CallerLimits? limits)
        where T : notnull
    {
        if (Count >= _options.Callers && !Sweep())
        {
            return _latecomers;
        }

        var account = new CallerAccount(LimitsOf(roles, limits), limits, _time, _threads);
        if (accounts.TryAdd(key, account))
        {
            Interlocked.Increment(ref _count);
            return account;
        }

        return accounts.GetValueOrDefault(key, account);
    }

    /// <summary>Forgets accounts that are idle and full, at most once a second.</summary>
    /// <returns>Whether there is room.</returns>
    private bool Sweep()
    {
        var before = Volatile.Read(ref _sweptAt);
        if (_time.GetElapsedTime(before) >= BetweenSweeps && Interlocked.CompareExchange(ref _sweptAt, _time.GetTimestamp(), before) == before)
        {
            Forget(_unknown);
            foreach (var accounts in _known)
            {
                Forget(accounts);
            }
        }

        return Count < _options.Callers;
    }

    private void Forget<T>(ConcurrentDictionary<T, CallerAccount> accounts)
        where T : notnull
    {
        foreach (var account in accounts)
        {
            if (account.Value.IsIdle && accounts.TryRemove(account))
            {
                Interlocked.Decrement(ref _count);
            }
        }
    }

    private RoleLimits LimitsOf(CallerRoles roles, CallerLimits? limits)
    {
        var role = roles.HasFlag(CallerRoles.Platform) ? _options.Platform
            : roles.HasFlag(CallerRoles.Operator) ? _options.Operator
            : roles.HasFlag(CallerRoles.Tester) ? _options.Tester
            : roles.HasFlag(CallerRoles.Vendor) ? _options.Vendor
            : _options.Unknown;
        return limits?.Over(role) ?? role;
    }
}

using System.Collections.Concurrent;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>A vendor that keeps accounts in memory as the contract says: one active account an identifier, old identifiers as aliases, an unknown account made by an update.</summary>
internal sealed class AccountVendor : IVendorAdapter, IRegulatorDirectory
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    public string Dialect => "accounts";

    /// <summary>Every call in the order of arrival, such as <c>PUT old → new</c>.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What a call ends with before it has any effect; null lets it through.</summary>
    public Func<string, HubError?> Before { get; set; } = static _ => null;

    /// <summary>What a call ends with although it had its effect.</summary>
    public Func<string, HubError?> After { get; set; } = static _ => null;

    /// <summary>Every call waits for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Whether an update of an unknown account makes it; else it finds nobody.</summary>
    public bool MakesUnknown { get; init; } = true;

    /// <summary>Whether identifiers given up are kept as aliases.</summary>
    public bool KeepsAliases { get; init; } = true;

    /// <summary>Calls that were under way at once, at most.</summary>
    public int MostAtOnce { get; private set; }

    private int _under;

    /// <summary>Accounts that name an identifier now.</summary>
    public IReadOnlyList<RegulatorAccount> Find(string value)
    {
        lock (_gate)
        {
            return [.. _entries.Where(entry => entry.Account.Value == value).Select(static entry => entry.Account)];
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    public ValueTask<Outcome<bool>> CreateAsync(RegulatorAccount account, CancellationToken cancellationToken) =>
        CallAsync($"POST {account.Value}", () => Create(account), cancellationToken);

    public ValueTask<Outcome<bool>> UpdateAsync(string system, string value, RegulatorAccount account, CancellationToken cancellationToken) =>
        CallAsync($"PUT {value} → {account.Value}", () => Update(new RegulatorKey(system, value), account), cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static RegulatorKey Named(RegulatorAccount account) => new(account.System, account.Value);

    private async ValueTask<Outcome<bool>> CallAsync(string call, Func<Outcome<bool>> act, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_under);
        }

        try
        {
            Calls.Enqueue(call);
            await Gate.WaitAsync(cancellationToken);
            if (Before(call) is { } early)
            {
                return early;
            }

            lock (_gate)
            {
                var outcome = act();
                return After(call) is { } late ? late : outcome;
            }
        }
        finally
        {
            lock (_gate)
            {
                _under--;
            }
        }
    }

    private Outcome<bool> Create(RegulatorAccount account)
    {
        if (IsTaken(account, null))
        {
            return false;
        }

        Put(new Entry(), account);
        return true;
    }

    private Outcome<bool> Update(RegulatorKey criterion, RegulatorAccount account)
    {
        var entry = _entries.Find(entry => Named(entry.Account) == criterion) ?? _entries.Find(entry => entry.Aliases.Contains(criterion));
        if (IsTaken(account, entry))
        {
            return new HubError(HubErrorCode.VendorRejectedRequest, "Status 409.");
        }

        if (entry is null && !MakesUnknown)
        {
            return false;
        }

        Put(entry ?? new Entry(), account);
        return true;
    }

    private bool IsTaken(RegulatorAccount account, Entry? own) => _entries.Exists(entry => entry != own && entry.Account.Active && Named(entry.Account) == Named(account));

    private void Put(Entry entry, RegulatorAccount account)
    {
        // Whoever had the identifier and is not active any more has it no longer.
        foreach (var other in _entries.Where(other => other != entry))
        {
            other.Aliases.Remove(Named(account));
        }

        _entries.RemoveAll(other => other != entry && Named(other.Account) == Named(account));
        if (KeepsAliases && _entries.Contains(entry))
        {
            entry.Aliases.Add(Named(entry.Account));
        }

        entry.Account = account;
        if (!_entries.Contains(entry))
        {
            _entries.Add(entry);
        }
    }

    private sealed class Entry
    {
        public RegulatorAccount Account { get; set; } = new(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, false);

        public HashSet<RegulatorKey> Aliases { get; } = [];
    }
}

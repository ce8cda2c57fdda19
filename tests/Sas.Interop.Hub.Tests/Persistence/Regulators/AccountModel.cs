using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Tests.Persistence.Regulators;

/// <summary>Accounts as the contract and the kit want them, written down as plainly as can be.</summary>
internal sealed class AccountModel
{
    private readonly List<Account> _accounts = [];

    public Account? Holder(string name) => _accounts.Find(account => account.Current.Contains(name)) ?? _accounts.Find(account => account.Aliases.Contains(name));

    public RegulatorVerdict Create(string[] names, string mail, bool active)
    {
        foreach (var name in names)
        {
            if (Holder(name) is { Active: true } holder && (holder.Current.Contains(name) || holder.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase)))
            {
                return RegulatorVerdict.Duplicate;
            }
        }

        Give(New(), names, (mail, active));
        return RegulatorVerdict.Created;
    }

    public RegulatorVerdict Update(string criterion, string[] names, (string Mail, bool Active) to)
    {
        var account = Holder(criterion);
        if (account is null)
        {
            var named = names.Where(name => Holder(name)?.Current.Contains(name) == true).Select(name => Holder(name)!).Distinct().ToList(); // Holders were just found.
            if (named.Count(static one => one.Active) > 1)
            {
                return RegulatorVerdict.SeveralMatches;
            }

            account = named.Find(static one => one.Active) ?? named.FirstOrDefault();
        }

        if (names.Any(name => Holder(name) is { Active: true } holder && holder != account && holder.Current.Contains(name)))
        {
            return RegulatorVerdict.Duplicate;
        }

        var verdict = account is null ? RegulatorVerdict.Created
            : account.Current.SetEquals(names) && account.First == names[0] && (account.Mail, account.Active) == to ? RegulatorVerdict.Unchanged
            : RegulatorVerdict.Changed;
        var isKnown = Holder(criterion) is not null;
        account ??= New();
        if (verdict != RegulatorVerdict.Unchanged)
        {
            Give(account, names, to);
        }

        if (!isKnown && !account.Current.Contains(criterion))
        {
            account.Aliases.Add(criterion);
        }

        return verdict;
    }

    private Account New()
    {
        var account = new Account();
        _accounts.Add(account);
        return account;
    }

    private void Give(Account account, string[] names, (string Mail, bool Active) to)
    {
        foreach (var other in _accounts.Where(other => other != account))
        {
            other.Current.ExceptWith(names);
            other.Aliases.ExceptWith(names);
        }

        account.Aliases.UnionWith(account.Current);
        account.Aliases.ExceptWith(names);
        account.Current.Clear();
        account.Current.UnionWith(names);
        (account.Mail, account.Active, account.First) = (to.Mail, to.Active, names[0]);
        account.Version++;
    }

    internal sealed class Account
    {
        public HashSet<string> Current { get; } = [];

        public HashSet<string> Aliases { get; } = [];

        public string First { get; set; } = string.Empty;

        public string Mail { get; set; } = string.Empty;

        public bool Active { get; set; }

        public int Version { get; set; }
    }
}

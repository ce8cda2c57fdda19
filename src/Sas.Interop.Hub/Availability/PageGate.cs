using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Availability;

/// <summary>Lets the pages of one snapshot in that the vendor may lead to; the slots of the others are served without an address. For one thread.</summary>
internal sealed class PageGate(BookingRule rule)
{
    private const int Most = 16;
    private readonly List<(string Host, string Why)> _refused = [];

    /// <summary>Hosts of pages that were left out, each once, and why.</summary>
    public IReadOnlyList<(string Host, string Why)> Refused => _refused;

    public Uri? Admit(Uri? page)
    {
        if (page is null || rule.Refuse(page) is not { } why)
        {
            return page;
        }

        var host = BookingRule.HostOf(page);
        if (_refused.Count < Most && !_refused.Exists(known => known.Host == host))
        {
            _refused.Add((host, why));
        }

        return null;
    }
}

using System.Buffers;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>An INT_R01 search as understood (CONTRACT §3.2). Rents its list of owners; dispose it after the answer.</summary>
internal sealed class SlotSearchQuery : IDisposable
{
    private OwnerKey[] _owners = ArrayPool<OwnerKey>.Shared.Rent(32);
    private int _count;

    /// <summary>Each practitioner asked for, once, in the order of the request.</summary>
    public ReadOnlySpan<OwnerKey> Owners => _owners.AsSpan(0, _count);

    /// <summary>Starts from this instant on.</summary>
    public DateTimeOffset From { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Starts up to this instant.</summary>
    public DateTimeOffset To { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>False when only slots of another status than <c>free</c> are asked for: there are none.</summary>
    public bool WantsFree { get; set; } = true;

    public bool IncludeSchedules { get; set; }

    public bool IncludeActors { get; set; }

    /// <summary><c>_count=0</c> asks for the number alone (R4 search, "Page count").</summary>
    public bool NumberOnly { get; set; }

    public List<QueryFault>? Faults { get; private set; }

    /// <summary>Adds an owner unless it is there from a number on.</summary>
    public void AddOwner(OwnerKey owner, int from)
    {
        if (Owners[from..].Contains(owner))
        {
            return;
        }

        if (_count == _owners.Length)
        {
            var larger = ArrayPool<OwnerKey>.Shared.Rent(_count * 2);
            Owners.CopyTo(larger);
            ArrayPool<OwnerKey>.Shared.Return(_owners);
            _owners = larger;
        }

        _owners[_count++] = owner;
    }

    /// <summary>Keeps only the owners from a number on that were also there before it: a repeated parameter means "and".</summary>
    public void IntersectFrom(int first)
    {
        var kept = 0;
        for (var i = first; i < _count; i++)
        {
            if (_owners.AsSpan(0, first).Contains(_owners[i]))
            {
                _owners[kept++] = _owners[i];
            }
        }

        _count = kept;
    }

    public void Fault(string parameter, string issueCode, string message) => (Faults ??= []).Add(new QueryFault(parameter, issueCode, message));

    public void Dispose()
    {
        if (_owners.Length > 0)
        {
            ArrayPool<OwnerKey>.Shared.Return(_owners);
            _owners = [];
            _count = 0;
        }
    }
}

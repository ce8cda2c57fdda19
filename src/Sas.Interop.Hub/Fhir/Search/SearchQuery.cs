using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>A search for slots as understood (CONTRACT §3.2–3.4). Used again and again: <see cref="Clear"/> makes it new.</summary>
internal sealed class SearchQuery
{
    private OwnerKey[] _owners = new OwnerKey[32];
    private int _count;

    public SearchKind Kind { get; private set; }

    /// <summary>Most identifiers that the search may name.</summary>
    public int MaxIdentifiers { get; set; } = OwnerTokens.MaxIdentifiers;

    /// <summary>INT_R04 is told from INT_R01 by its includes alone (CONTRACT §3.3).</summary>
    public SlotFlow Flow => Kind == SearchKind.Schedule
        ? SlotFlow.Association
        : (Includes & (SearchIncludes.HealthcareServices | SearchIncludes.Communities)) != SearchIncludes.None ? SlotFlow.Community : SlotFlow.Individual;

    /// <summary>Whose slots the search shows: each kind of owner has a profile of its own.</summary>
    public OwnerKind OwnerKind => Kind == SearchKind.Schedule ? OwnerKind.Association : OwnerKind.Practitioner;

    /// <summary>Each owner asked for, once, in the order of the request.</summary>
    public ReadOnlySpan<OwnerKey> Owners => _owners.AsSpan(0, _count);

    public OwnerKey OwnerAt(int number) => _owners[number];

    /// <summary>Starts from this instant on.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>Starts up to this instant.</summary>
    public DateTimeOffset To { get; set; }

    /// <summary>False when only slots are asked for that there are none of, such as those of another status than <c>free</c>.</summary>
    public bool FindsAny { get; set; }

    public SearchIncludes Includes { get; set; }

    /// <summary><c>_count=0</c> and <c>_summary=count</c> ask for the number alone (R4 search, "Page count").</summary>
    public bool NumberOnly { get; set; }

    /// <summary>The most slots wanted on one page; null for all. Only INT_R01 has pages (D49).</summary>
    public int? PageSize { get; set; }

    /// <summary>How many slots earlier pages held.</summary>
    public int Offset { get; set; }

    /// <summary>R4's own criteria on slots; null when there are none, as in every call of the platform.</summary>
    public SlotFilter? Filter { get; set; }

    /// <summary>Whether <c>_format</c>, which goes before the header, names FHIR JSON; null when it was not given.</summary>
    public bool? Format { get; set; }

    /// <summary>Which mandatory criteria were given.</summary>
    public SearchCriteria Given { get; set; }

    public List<QueryFault>? Faults { get; private set; }

    public void Clear(SearchKind kind)
    {
        Kind = kind;
        _count = 0;
        From = DateTimeOffset.MinValue;
        To = DateTimeOffset.MaxValue;
        FindsAny = true;
        Includes = SearchIncludes.None;
        NumberOnly = false;
        PageSize = null;
        Offset = 0;
        Filter = null;
        Format = null;
        Given = SearchCriteria.None;
        Faults = null;
    }

    /// <summary>Adds an owner unless it is there from a number on.</summary>
    public void AddOwner(OwnerKey owner, int from)
    {
        if (Owners[from..].Contains(owner))
        {
            return;
        }

        if (_count == _owners.Length)
        {
            Array.Resize(ref _owners, _count * 2);
        }

        _owners[_count++] = owner;
    }

    /// <summary>
    /// Begins a criterion that names owners. Ended by <see cref="EndOwners"/>: of two such criteria only the owners of both are meant.
    /// </summary>
    /// <returns>The number from which the owners of this criterion stand.</returns>
    public int BeginOwners() => Given.HasFlag(SearchCriteria.Owners) ? _count : 0;

    public void EndOwners(int first)
    {
        if (Given.HasFlag(SearchCriteria.Owners))
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

        Given |= SearchCriteria.Owners;
    }

    public SlotFilter NeedFilter() => Filter ??= new SlotFilter();

    public void Fault(string parameter, string issueCode, string message) => (Faults ??= []).Add(new QueryFault(parameter, issueCode, message));
}

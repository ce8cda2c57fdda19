namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Gathers faults, up to a bound, so that a hostile folder cannot fill the memory with messages.</summary>
internal sealed class FaultList
{
    private const int Most = 500;
    private const int LongestRule = 500;
    private readonly List<MappingFault> _faults = [];

    public IReadOnlyList<MappingFault> Items => _faults;

    public int Count => _faults.Count;

    public void Add(string file, string path, string rule)
    {
        if (_faults.Count < Most)
        {
            _faults.Add(new MappingFault(file, path, rule.Length > LongestRule ? rule[..LongestRule] : rule));
        }
    }
}

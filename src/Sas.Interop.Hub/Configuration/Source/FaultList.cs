using System.Globalization;

namespace Sas.Interop.Hub.Configuration.Source;

/// <summary>Gathers every fault and warning of one file.</summary>
internal sealed class FaultList(string file)
{
    /// <summary>A hostile file could hold a fault in every byte: beyond this number faults are counted and not kept.</summary>
    public const int Most = 1_000;

    private readonly List<ConfigFault> _faults = [];
    private readonly List<ConfigFault> _warnings = [];

    /// <summary>All faults, those not kept included.</summary>
    public int Count { get; private set; }

    /// <summary>The text is no JSON or CSV at all: perhaps only half written, so that a second look is worth it.</summary>
    public bool Torn { get; private set; }

    public void Add(SourceValue at, string message) => Add(at.Path, at.Line, message);

    public void Add(string path, int line, string message)
    {
        if (Count++ < Most)
        {
            _faults.Add(new ConfigFault(file, path, line, message));
        }
    }

    public void Warn(SourceValue at, string message) => Warn(at.Path, at.Line, message);

    public void Warn(string path, int line, string message)
    {
        if (_warnings.Count < Most)
        {
            _warnings.Add(new ConfigFault(file, path, line, message));
        }
    }

    public void AddTorn(string path, int line, string message)
    {
        Torn = true;
        Add(path, line, message);
    }

    public IReadOnlyList<ConfigFault> Faults() => Count <= Most
        ? [.. _faults]
        : [.. _faults, new ConfigFault(file, "$", 0, string.Create(CultureInfo.InvariantCulture, $"and {Count - Most} more faults."))];

    public IReadOnlyList<ConfigFault> Warnings() => [.. _warnings];
}

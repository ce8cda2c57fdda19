namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>How a database that is not there answers: every query alike, so that a store goes one of its ways.</summary>
/// <param name="hasRows">Whether a query finds one row, and a change changes one.</param>
/// <param name="hasNulls">Whether columns that may be empty are.</param>
/// <param name="texts">Texts of columns that must have a meaning, by name.</param>
internal sealed class SqlScript(bool hasRows, bool hasNulls, IReadOnlyDictionary<string, string> texts)
{
    /// <summary>The one query that finds nothing where the others do; null for none.</summary>
    public string? Missing { get; init; }

    private const int MostOfOne = 3;
    private const int MostOfAll = 300;
    private readonly List<string> _commands = [];

    /// <summary>Every text once, in the order of its first use.</summary>
    public IEnumerable<string> Commands => _commands.Distinct();

    public bool HasNulls => hasNulls;

    public string Text(string column) => texts.GetValueOrDefault(column, "x");

    /// <returns>Whether it finds anything: no longer after some times, so that a loop which reads until nothing is left ends.</returns>
    public bool Play(string command)
    {
        if (_commands.Count >= MostOfAll)
        {
            throw new InvalidOperationException("The store does not come to an end.");
        }

        _commands.Add(command);
        return hasRows && command != Missing && _commands.Count(text => text == command) <= MostOfOne;
    }
}

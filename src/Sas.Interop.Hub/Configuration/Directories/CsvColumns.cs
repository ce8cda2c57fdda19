using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>The header of a directory in CSV.</summary>
internal sealed class CsvColumns
{
    public static readonly IReadOnlyList<string> All =
    [
        "kind", "id", "family", "given", "ownerPhone", "specialties", "refusesSlots", "communities", "placeId", "placeName", "structure", "line", "city", "postalCode",
        "placePhone", "timeZone", "vendor", "keys", "slotTypes", "bookingUrl",
    ];

    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    private CsvColumns(int count) => Count = count;

    public int Count { get; }

    /// <returns>Null, with every fault, when the header cannot be used.</returns>
    public static CsvColumns? Read(CsvRow header, FaultList faults)
    {
        var before = faults.Count;
        var columns = new CsvColumns(header.Fields.Count);
        for (var position = 0; position < header.Fields.Count; position++)
        {
            var name = header.Fields[position];
            if (!All.Contains(name))
            {
                faults.Add(Quoted.Plain(name), header.Line, $"Unknown column; known ones: {Quoted.List(All)}.");
            }
            else if (!columns._positions.TryAdd(name, position))
            {
                faults.Add(name, header.Line, "This column stands twice in the header.");
            }
        }

        if (!columns._positions.ContainsKey("id"))
        {
            faults.Add("id", header.Line, "The header must name the column id.");
        }

        return faults.Count == before ? columns : null;
    }

    /// <returns>The field, or null when it is empty or the file has no such column.</returns>
    public string? Of(CsvRow row, string name) =>
        _positions.TryGetValue(name, out var position) && position < row.Fields.Count && row.Fields[position].Length > 0 ? row.Fields[position] : null;
}

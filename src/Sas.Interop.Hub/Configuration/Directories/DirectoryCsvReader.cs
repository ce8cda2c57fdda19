using System.Globalization;
using System.Text;

using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Reads a directory in CSV: one row for each owner, place and vendor. Rows of one owner may stand anywhere and must not contradict each other.</summary>
internal sealed class DirectoryCsvReader(DirectoryDraft draft, FaultList faults)
{
    private readonly CsvRowReader _rows = new(draft, faults);

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 64 * 1024, leaveOpen: true);
        try
        {
            await ReadAsync(new CsvRows(text, faults), cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            faults.AddTorn("$", 0, "Not UTF-8 text; save the file as UTF-8.");
        }

        foreach (var owner in draft.Owners.Values)
        {
            LinkRules.Check(owner, faults, "vendor");
        }
    }

    private async Task ReadAsync(CsvRows rows, CancellationToken cancellationToken)
    {
        CsvColumns? columns = null;
        await foreach (var row in rows.ReadAsync(cancellationToken))
        {
            if (columns is null)
            {
                columns = CsvColumns.Read(row, faults);
                if (columns is null)
                {
                    return;
                }
            }
            else if (draft.Owners.Count >= DirectoryBounds.MaxOwners)
            {
                faults.Add("id", row.Line, string.Create(CultureInfo.InvariantCulture, $"More than {DirectoryBounds.MaxOwners} owners; the rest is not read."));
                return;
            }
            else if (row.Fields.Count != columns.Count)
            {
                var counts = string.Create(CultureInfo.InvariantCulture, $"{row.Fields.Count} fields where the header has {columns.Count}");
                faults.Add("$", row.Line, $"The row has {counts}; quote fields that hold the separator.");
            }
            else
            {
                _rows.Read(row, columns);
            }
        }

        if (columns is null && faults.Count == 0)
        {
            faults.AddTorn("$", 1, "The file is empty; its first line must name the columns.");
        }
    }
}

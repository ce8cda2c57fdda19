using System.Globalization;

using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit;

/// <summary>Keeps a record of each change of vendors and directory that the hub took over while it runs.</summary>
internal sealed class ConfigurationRecords(AuditTrail trail) : IVendorCatalogListener
{
    public async Task OnChangedAsync(VendorCatalogChange change, CancellationToken cancellationToken)
    {
        var names = change.Added.Select(static vendor => $"+{vendor.Id}").Concat(change.Changed.Select(static vendor => $"~{vendor.Id}")).Concat(change.Removed.Select(static id => $"-{id}"));
        var counts = string.Create(CultureInfo.InvariantCulture, $"added {change.Added.Count}, changed {change.Changed.Count}, removed {change.Removed.Count}, directory {(change.DirectoryChanged ? "replaced" : "as before")}");
        await trail.NoteAsync(AuditKinds.Configuration, $"{counts}: {string.Join(' ', names)}", cancellationToken);
    }
}

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>Takes the entries of a push as they stream, and says what is wrong with each by itself.</summary>
internal sealed class PushIntake(PushIssues issues)
{
    private readonly KindTable _kinds = new();
    private readonly List<int> _withoutRequest = [];
    private Bundle? _bundle;

    public BundleContent Content { get; } = new();

    public int Entries { get; private set; }

    public bool IsTransaction => _bundle?.Type == PushEntryRules.Transaction;

    public DateTimeOffset? DataTime => _bundle?.Meta?.LastUpdated?.Value ?? _bundle?.Timestamp?.Value;

    public void Take(FhirBundleItem item)
    {
        issues.AddRange(item.Issues, item.HasErrors);
        _bundle = item.Header ?? _bundle;
        if (EntriesRule.AreNoList(item))
        {
            issues.Error(FhirIssueRules.Cardinality, "Bundle.entry", "The entries of a Bundle are a list.");
        }

        if (item.Kind != FhirBundleItemKind.Entry)
        {
            return;
        }

        Entries++;
        if (item.Entry is not null && item.Request is null)
        {
            _withoutRequest.Add(item.Index);
        }

        foreach (var fault in PushEntryRules.FaultsOf(item))
        {
            issues.Error(fault);
        }

        if (!item.HasErrors && item.Resource is Slot slot && SlotMapper.FaultOf(slot, item.Index) is { } unusable)
        {
            issues.Error(unusable with { Element = "resource." + unusable.Element });
        }

        BundleIntake.Take(item, Content, _kinds);
    }

    /// <summary>The type of the Bundle may stand after its entries, so what depends on it waits for the end.</summary>
    public void End()
    {
        // A reading that was cut short has said so; the type may not have been reached.
        if (issues.HasErrors && _bundle?.Type is null)
        {
            return;
        }

        if (PushEntryRules.FaultOfType(_bundle?.Type) is var (rule, message))
        {
            issues.Error(rule, "Bundle.type", message);
        }

        if (IsTransaction)
        {
            foreach (var entry in _withoutRequest)
            {
                issues.Error(new EntryFault(entry, "request", PushRules.Required, "An entry of a transaction has a request."));
            }
        }
    }
}

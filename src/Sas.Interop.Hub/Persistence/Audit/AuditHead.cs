using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>A place in the chain: kept elsewhere, it shows later that the chain up to there is still the same.</summary>
/// <param name="Number">Number of a record; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record AuditHead(long Number, string Hash)
{
    /// <summary>Reads <c>number:hash</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AuditHead? head)
    {
        var parts = text?.Split(':') ?? [];
        head = parts is [var number, { Length: AuditEncoding.HashLength } hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && hash.All(char.IsAsciiHexDigit)
                ? new AuditHead(value, hash.ToLowerInvariant())
                : null;
        return head is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}

/// <summary>Both ends of the chain.</summary>
/// <param name="Last">The last record.</param>
/// <param name="Removed">The last one that retention removed.</param>
internal sealed record AuditEnds(AuditHead Last, AuditHead Removed)
{
    public static AuditEnds Of(AuditChainRow row) => new(new AuditHead(row.Number, row.Hash), new AuditHead(row.RemovedTo, row.RemovedHash));
}

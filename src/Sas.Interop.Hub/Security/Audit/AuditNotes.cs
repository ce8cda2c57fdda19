namespace Sas.Interop.Hub.Security.Audit;

/// <summary>What a room knows of a request, for the audit. Never anything of a body or an address but names of resources.</summary>
internal sealed class AuditNotes
{
    private static readonly object Key = new();

    /// <summary>What was touched, as <c>Appointment/123</c>.</summary>
    public string? Entity { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Of a request; null when nothing was noted.</summary>
    public static AuditNotes? Of(HttpContext context) => context.Items.TryGetValue(Key, out var notes) ? (AuditNotes?)notes : null;

    /// <summary>The request touched this resource.</summary>
    public static void Touch(HttpContext context, string type, string id) => In(context).Entity = $"{type}/{id}";

    /// <summary>The request is refused with this code.</summary>
    public static void Refuse(HttpContext context, string code) => In(context).Refusal = code;

    private static AuditNotes In(HttpContext context)
    {
        if (Of(context) is { } known)
        {
            return known;
        }

        var notes = new AuditNotes();
        context.Items[Key] = notes;
        return notes;
    }
}

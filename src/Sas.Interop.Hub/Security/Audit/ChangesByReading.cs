namespace Sas.Interop.Hub.Security.Audit;

/// <summary>Metadata of a route whose GET changes something, such as a link for one use: it is audited like a write.</summary>
internal sealed class ChangesByReading
{
    public static ChangesByReading Mark { get; } = new();

    private ChangesByReading()
    {
    }
}

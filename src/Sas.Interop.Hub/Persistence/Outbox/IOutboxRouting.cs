namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>Says who is to be told of what.</summary>
internal interface IOutboxRouting
{
    /// <summary>Names of the destinations that want messages of a kind; often empty.</summary>
    IReadOnlyList<string> DestinationsOf(string kind);
}

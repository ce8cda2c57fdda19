namespace Sas.Interop.Durability.Wire;

/// <summary>The hub went away before it answered: what it did of the request is not known.</summary>
internal sealed class HubGoneException(Exception cause) : Exception("The hub went away before it answered.", cause);

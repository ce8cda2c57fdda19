namespace Sas.Interop.Hub.Persistence;

/// <summary>The database cannot be used now. Whether a change that it interrupts was kept is not known; repeating the change is safe.</summary>
internal sealed class StorageUnavailableException(Exception cause) : Exception("The database cannot be used now.", cause);

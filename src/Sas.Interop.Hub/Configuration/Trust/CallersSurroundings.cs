namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>What the file of callers is judged against.</summary>
/// <param name="Folder">Folder of the file: relative paths in it start here.</param>
/// <param name="Vendors">Gives the vendors of <c>adapters.json</c> as they are now.</param>
/// <param name="SecureAddresses">Addresses with https that the hub is to listen on.</param>
/// <param name="PlainAddresses">Addresses without.</param>
/// <param name="Environment">Reads an environment variable; null when it is not set.</param>
internal sealed record CallersSurroundings(
    string Folder,
    Func<IEnumerable<string>> Vendors,
    IReadOnlyList<string> SecureAddresses,
    IReadOnlyList<string> PlainAddresses,
    Func<string, string?> Environment);

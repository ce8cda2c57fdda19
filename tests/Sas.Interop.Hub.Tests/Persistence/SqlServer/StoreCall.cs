namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>One use of a store whose statements are to be recorded.</summary>
/// <param name="Name">Type and method, as in <c>PreferenceStore.FindAsync</c>; a word more where a method is called in several ways.</param>
/// <param name="Call">Uses it.</param>
internal sealed record StoreCall(string Name, Func<StoreRig, Task> Call)
{
    /// <summary>Texts that columns must have for the call to go its way, by name of column; all others are "x".</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
}

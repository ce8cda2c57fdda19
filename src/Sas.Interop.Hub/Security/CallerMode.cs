namespace Sas.Interop.Hub.Security;

/// <summary>Whether callers are told apart.</summary>
/// <param name="Certificates">By certificate, as the list of callers says; false in development, where whoever reaches the hub may do everything.</param>
internal sealed record CallerMode(bool Certificates)
{
    public const string CallersFileKey = "Hub:CallersFile";

    /// <summary>A setting that is empty is none of development: the start is refused for it.</summary>
    public static CallerMode Of(IConfiguration configuration) => new(configuration[CallersFileKey] is not null);
}

using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Persistence;

/// <summary>A connection string, fetched from where it is kept. It may hold a password, so it is never logged, nor any exception that quotes it.</summary>
/// <param name="Text">The string; null when it could not be fetched.</param>
/// <param name="IsPlain">Whether it stands in the settings itself, where no password may.</param>
/// <param name="Fault">Why it could not be fetched.</param>
internal sealed record StorageConnection(string? Text, bool IsPlain, string? Fault)
{
    public const string PlainPassword = "holds a password; keep the whole string in an environment variable or a file, and give env:NAME or file:path";

    public static StorageConnection Of(string setting)
    {
        if (!SettingSecret.IsReference(setting))
        {
            return new StorageConnection(setting, true, null);
        }

        var (value, fault) = SettingSecret.Resolve(setting);
        return new StorageConnection(value, false, fault);
    }

    public override string ToString() => nameof(StorageConnection);
}

using System.Text;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Audit;

/// <summary>Resolves the keys that the settings refer to, once; a faulty one ends the start.</summary>
internal sealed class AuditKeys : IValidateOptions<AuditOptions>
{
    private const int FewestBytes = 32;

    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        var faults = References(options).Select(static reference => (reference.Name, Read(reference.Text).Fault))
            .Where(static read => read.Fault is not null)
            .Select(static read => $"{AuditOptions.Section}:{read.Name} cannot be used: {read.Fault}.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>The seal of the settings, which have been judged.</summary>
    public static AuditSeal Seal(AuditOptions options) => new(
        options.Key is { } key ? Read(key).Key : null,
        options.FormerKeys.Select(static former => Read(former).Key).OfType<byte[]>());

    private static IEnumerable<(string Name, string Text)> References(AuditOptions options)
    {
        if (options.Key is { } key)
        {
            yield return (nameof(AuditOptions.Key), key);
        }

        for (var place = 0; place < options.FormerKeys.Count; place++)
        {
            yield return ($"{nameof(AuditOptions.FormerKeys)}:{place}", options.FormerKeys[place]);
        }
    }

    private static (byte[]? Key, string? Fault) Read(string reference)
    {
        var (value, fault) = SettingSecret.Resolve(reference);
        if (value is null)
        {
            return (null, fault);
        }

        var bytes = Encoding.UTF8.GetBytes(value);
        return bytes.Length >= FewestBytes ? (bytes, null) : (null, $"the key is shorter than {FewestBytes} bytes");
    }
}

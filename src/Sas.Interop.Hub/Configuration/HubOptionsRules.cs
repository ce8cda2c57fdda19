using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Configuration;

/// <summary>What annotations cannot say of <see cref="HubOptions"/>.</summary>
internal sealed class HubOptionsRules(IConfiguration configuration) : IValidateOptions<HubOptions>
{
    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        var faults = new List<string>();
        if (options.Unreadable is { } unreadable)
        {
            faults.Add(unreadable);
        }

        // A clock that lies must not face real callers: what it says is stamped on their appointments.
        if (options.StartClockAt is not null && !options.Sandbox.Enabled && LoopbackRule.Reachable(configuration) is { Count: > 0 } open)
        {
            faults.Add($"Hub:StartClockAt is for replays: it needs the sandbox, or addresses of this machine only, and the hub is to listen on {string.Join(", ", open)}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

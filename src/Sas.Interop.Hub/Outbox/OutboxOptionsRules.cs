using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Outbox;

/// <summary>What annotations cannot say of <see cref="OutboxOptions"/>. Every fault is told, with the setting that it is in.</summary>
internal sealed class OutboxOptionsRules(IEnumerable<IOutboxChannel> channels) : IValidateOptions<OutboxOptions>
{
    private const int MostDestinations = 32;
    private const int MostOfEach = 16;
    private readonly Dictionary<string, IOutboxChannel> _channels = channels.ToDictionary(static channel => channel.Kind, StringComparer.Ordinal);

    public ValidateOptionsResult Validate(string? name, OutboxOptions options)
    {
        var faults = new List<string>();
        if (options.Destinations.Count > MostDestinations)
        {
            faults.Add($"{OutboxOptions.Section}:Destinations: more than {MostDestinations}.");
        }

        for (var i = 0; i < options.Destinations.Count; i++)
        {
            var destination = options.Destinations[i];
            var place = $"{OutboxOptions.Section}:Destinations:{i}";
            faults.AddRange(FaultsOf(destination).Select(fault => $"{place}: {fault}"));
            if (destination.Name is { } own && options.Destinations.Take(i).Any(other => other.Name == own))
            {
                faults.Add($"{place}: Name: given to two destinations.");
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> FaultsOf(DestinationOptions destination)
    {
        if (destination.BackOffTo < destination.BackOffFrom)
        {
            yield return "BackOffTo: shorter than BackOffFrom.";
        }

        if (FaultOfUrl(destination.Url) is { } fault)
        {
            yield return fault;
        }

        foreach (var trust in FaultsOfTrust(destination))
        {
            yield return trust;
        }

        if (destination.Kind is null)
        {
            yield break;
        }

        if (!_channels.TryGetValue(destination.Kind, out var channel))
        {
            yield return $"Kind: one of {string.Join(", ", _channels.Keys.Order(StringComparer.Ordinal))}.";
            yield break;
        }

        foreach (var more in FaultsOf(destination, channel))
        {
            yield return more;
        }
    }

    private static IEnumerable<string> FaultsOf(DestinationOptions destination, IOutboxChannel channel)
    {
        if (destination.Kinds.Count == 0 || destination.Kinds.Any(kind => !channel.Carries.Contains(kind)) || destination.Kinds.Distinct().Count() < destination.Kinds.Count)
        {
            yield return $"Kinds: at least one of what a {channel.Kind} carries ({string.Join(", ", channel.Carries)}), each once.";
        }

        if (channel.Signs && destination.Secret is null)
        {
            yield return $"Secret: a {channel.Kind} needs one, {SigningSecret.Form}.";
        }

        foreach (var (setting, reference) in new[] { (nameof(destination.Secret), destination.Secret), (nameof(destination.OtherSecret), destination.OtherSecret) })
        {
            if (reference is not null && !channel.Signs)
            {
                yield return $"{setting}: a {channel.Kind} signs nothing.";
            }
            else if (reference is not null && SigningSecret.Read(reference) is { Fault: { } fault })
            {
                yield return $"{setting}: {fault}";
            }
        }
    }

    private static IEnumerable<string> FaultsOfTrust(DestinationOptions destination)
    {
        foreach (var (setting, count) in new[] { (nameof(destination.Anchors), destination.Anchors.Count), (nameof(destination.Pins), destination.Pins.Count), (nameof(destination.Crls), destination.Crls.Count) })
        {
            if (count > MostOfEach)
            {
                yield return $"{setting}: more than {MostOfEach}.";
                yield break;
            }
        }

        var trust = OutboxDestination.TrustOf(destination);
        if (destination.Url is not null && destination.Url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && trust.IsSet)
        {
            yield return "Url: plain http shows no certificate and checks none; write https://, or leave the certificates out.";
        }

        foreach (var fault in trust.Load(TimeProvider.System.GetUtcNow()).Faults)
        {
            yield return $"{OutboxTrust.SettingOf(fault.Part)}: {fault.Message}";
        }
    }

    private static string? FaultOfUrl(string? text) => text switch
    {
        null or "" => null, // Told by its annotation.
        _ when !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Host.Length == 0 =>
            "Url: must be absolute and begin with https:// (http:// towards this machine only).",
        _ when new Uri(text) is { UserInfo.Length: > 0 } or { Fragment.Length: > 0 } => "Url: must not have a user, a password or a fragment.",
        _ when new Uri(text) is { Scheme: "http", IsLoopback: false } => "Url: http:// is allowed towards this machine only (127.0.0.1, ::1, localhost); write https://.",
        _ => null,
    };
}

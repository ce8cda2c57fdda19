using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>The rhythm of <see cref="MarketplaceWatch"/>.</summary>
internal sealed class MarketplaceTimes(TimeProvider time, IOptions<CareRequestsOptions> options, ILogger<MarketplaceWatch> logger)
{
    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>How long one question may take; the vendor's own limits end most of them before.</summary>
    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The pause after a round in which somebody could not be asked.</summary>
    public TimeSpan Retry { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause after a whole round: old answers are asked for again before the board would lack them for long.</summary>
    public TimeSpan Renewal { get; } = options.Value.EquippedFor / 4;
}

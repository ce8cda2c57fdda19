using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Outbox;

/// <summary>Who is told of changes (section <c>Hub:Outbox</c>).</summary>
internal sealed class OutboxOptions
{
    public const string Section = "Hub:Outbox";

    /// <summary>How often the delivery looks for what is due, besides each time that something is written.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1000000", "00:01:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The destinations; what annotations cannot say of them is judged by <see cref="OutboxOptionsRules"/>.</summary>
    [ValidateEnumeratedItems]
    public IList<DestinationOptions> Destinations { get; } = [];
}

using System.ComponentModel.DataAnnotations;

using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Outbox;

/// <summary>One destination as it was written (section <c>Hub:Outbox:Destinations:0</c> and so on).</summary>
internal sealed class DestinationOptions
{
    /// <summary>Tells it from the others, in the database as well: a renamed destination is another one.</summary>
    [Required]
    [RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$", ErrorMessage = "Name: lower-case letters and digits in words joined by hyphens.")]
    [StringLength(64, MinimumLength = 1)]
    public string? Name { get; set; }

    /// <summary>Name of the channel: <c>webhook</c> or <c>platform</c>.</summary>
    [Required]
    [StringLength(64, MinimumLength = 1)]
    public string? Kind { get; set; }

    /// <summary>Where it listens.</summary>
    [Required]
    [StringLength(1_000, MinimumLength = 1)]
    public string? Url { get; set; }

    /// <summary>Kinds of messages that it wants.</summary>
    public IList<string> Kinds { get; } = [];

    /// <summary>Reference to the secret that signs, <c>env:NAME</c> or <c>file:path</c>.</summary>
    [StringLength(1_000, MinimumLength = 1)]
    public string? Secret { get; set; }

    /// <summary>Reference to a second secret, which signs as well while the receiver changes from one to the other.</summary>
    [StringLength(1_000, MinimumLength = 1)]
    public string? OtherSecret { get; set; }

    /// <summary>Reference to the client certificate, PEM, with the authorities below its root.</summary>
    [StringLength(1_000, MinimumLength = 1)]
    public string? ClientCertificate { get; set; }

    /// <summary>Reference to its private key, PEM; left out when it stands with the certificate.</summary>
    [StringLength(1_000, MinimumLength = 1)]
    public string? ClientKey { get; set; }

    /// <summary>Reference to one PKCS#12 file instead of both.</summary>
    [StringLength(1_000, MinimumLength = 1)]
    public string? ClientPfx { get; set; }

    /// <summary>Reference to the passphrase of the key or of the PKCS#12 file.</summary>
    [StringLength(1_000, MinimumLength = 1)]
    public string? Passphrase { get; set; }

    /// <summary>References to the only authorities that are trusted, PEM.</summary>
    public IList<string> Anchors { get; } = [];

    /// <summary>SHA-256 of public keys in base64, one of which must be in the chain.</summary>
    public IList<string> Pins { get; } = [];

    /// <summary>References to revocation lists, PEM or DER.</summary>
    public IList<string> Crls { get; } = [];

    /// <summary>What the lists decide.</summary>
    public RevocationMode Revocation { get; set; }

    /// <summary>The name that the certificate must carry when it is not the host of the URL.</summary>
    [StringLength(255, MinimumLength = 1)]
    public string? ServerName { get; set; }

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts under way at once, each of another stream.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 4;

    /// <summary>The shortest pause after a failure; it doubles with each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1000000", "00:10:00")]
    public TimeSpan BackOffFrom { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan BackOffTo { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a message is tried before it is given up.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);
}

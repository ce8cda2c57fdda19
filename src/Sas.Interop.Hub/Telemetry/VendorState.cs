using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>How a vendor stands, as <c>/health/ready</c> names it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VendorState>))]
internal enum VendorState
{
    /// <summary>Some of its owners were never tried with its present settings.</summary>
    [JsonStringEnumMemberName("never-answered")]
    NeverAnswered,

    /// <summary>Nothing is polled: it only pushes, or the directory links nobody to it.</summary>
    [JsonStringEnumMemberName("idle")]
    Idle,

    /// <summary>The last poll of every partition brought answers.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>The last poll of a partition failed for a reason that concerns the whole vendor, or nobody's poll brought an answer.</summary>
    [JsonStringEnumMemberName("failing")]
    Failing,

    /// <summary>It answers, and a fall of all its slots to zero is not believed yet.</summary>
    [JsonStringEnumMemberName("held-back")]
    HeldBack,
}

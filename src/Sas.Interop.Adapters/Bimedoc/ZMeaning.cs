using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Bimedoc;

/// <summary>What a <c>Z</c> after a time means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ZMeaning>))]
internal enum ZMeaning
{
    /// <summary>Universal time, as the norm says.</summary>
    [JsonStringEnumMemberName("utc")]
    Utc,

    /// <summary>The wall clock of the place, wrongly labelled.</summary>
    [JsonStringEnumMemberName("local")]
    Local,
}

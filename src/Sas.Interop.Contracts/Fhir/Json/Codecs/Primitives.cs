namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>The codecs of the date and time types.</summary>
internal static class Primitives
{
    public static LexicalCodec<FhirInstant> Instant { get; } =
        new("instant", FhirInstant.TryParse, static value => value.Text, "An instant is a date, a time with seconds, and an offset.");

    public static LexicalCodec<FhirDateTime> DateTime { get; } =
        new("dateTime", FhirDateTime.TryParse, static value => value.Text, "A dateTime is a year, a month, a date, or a date and time with seconds and an offset.");

    public static LexicalCodec<FhirDate> Date { get; } =
        new("date", FhirDate.TryParse, static value => value.Text, "A date is a year, a month or a full date.");

    public static LexicalCodec<FhirTime> Time { get; } =
        new("time", FhirTime.TryParse, static value => value.Text, "A time is hh:mm:ss without a zone.");
}

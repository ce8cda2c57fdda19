namespace Sas.Interop.Contracts.Fhir;

/// <summary>How much of a FHIR <c>date</c> or <c>dateTime</c> is given.</summary>
public enum FhirDateTimePrecision
{
    /// <summary>Only a year.</summary>
    Year,

    /// <summary>A year and a month.</summary>
    Month,

    /// <summary>A full date.</summary>
    Day,

    /// <summary>A date, a time and an offset.</summary>
    Time,
}

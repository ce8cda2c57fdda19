namespace Sas.Interop.NationalLoad.Population;

/// <summary>What a roll of the dice is about, so that two questions about one person do not share an answer.</summary>
internal enum Subject
{
    Family,
    Given,
    Specialty,
    Places,
    Vendor,
    OtherVendor,
    Community,
    Street,
    Town,
    Phone,
    PostalCode,
    Days,
    Hours,
    Length,
    Busyness,
    Kinds,
    KindOfCell,
    Phase,
    CellPhase,
    Free,
    Arrival,
    Popularity,
    ListSize,
    Flow,
}

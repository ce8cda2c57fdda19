namespace Sas.Interop.TestKit.Traces;

/// <summary>A person who does not exist, for tests that send what no honest caller sends. Whatever a hub leaves behind must not know of that person.</summary>
public static class PlantedPerson
{
    /// <summary>A word that stands nowhere else.</summary>
    public const string Word = "Zorglubine7f3a";

    /// <summary>The number of a person: born in month 51 of a year, which means that the month is not known.</summary>
    public const string Number = "199519900100101";

    /// <summary>The number as people write it.</summary>
    public const string SpacedNumber = "1 99 51 99 001 001 01";

    public static IReadOnlyList<string> Marks { get; } = [Word, Number, SpacedNumber];
}

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Reads <c>identifierSystems</c>: the systems in which a vendor numbers its own appointments (CONTRACT §4.3).</summary>
internal static class IdentifierSystemList
{
    public const string Name = "identifierSystems";
    public const int Most = 16;
    public const int Longest = 255;

    private static readonly string[] OfNobody = [IdentifierSystems.SasPlatform, IdentifierSystems.NationalPractitioner, IdentifierSystems.NationalStructure];

    /// <summary>Whether a system is one of the platform's or of the State's, which no vendor numbers in.</summary>
    public static bool IsOfNobody(string system) => OfNobody.Contains(system);

    public static IReadOnlyList<string> Read(ObjectReader reader)
    {
        var systems = new List<string>();
        foreach (var item in reader.List(Name, Most))
        {
            if (ObjectReader.TextOf(item, Longest, reader.Faults) is not { } system)
            {
                continue;
            }

            if (!Uri.TryCreate(system, UriKind.Absolute, out _) || system.Any(static c => c is '|' or ' '))
            {
                reader.Faults.Add(item, $"{Quoted.Text(system)} is no system; write an OID as urn:oid:1.2.3, or an absolute URL.");
            }
            else if (IsOfNobody(system))
            {
                reader.Faults.Add(item, $"{Quoted.Text(system)} is not a vendor's.");
            }
            else if (systems.Contains(system))
            {
                reader.Faults.Add(item, $"{Quoted.Text(system)} is given twice; keep one.");
            }
            else
            {
                systems.Add(system);
            }
        }

        return systems;
    }
}

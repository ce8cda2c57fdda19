using System.Reflection;

using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Operations;

/// <summary>Definitions of the operations that are the hub's own, as FHIR JSON inside this assembly.</summary>
internal static class PublishedOperations
{
    /// <summary>R4 name of their type.</summary>
    public const string Type = "OperationDefinition";

    private static readonly Assembly Own = typeof(PublishedOperations).Assembly;

    /// <summary>One file for each, in the order of their names.</summary>
    public static IReadOnlyList<DefinitionFile> Files { get; } =
    [
        .. Own.GetManifestResourceNames()
            .Where(static name => name.Contains(Type, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static name => new DefinitionFile(name, Read(name))),
    ];

    /// <summary>Canonical name of the definition of an operation on appointments.</summary>
    public static string CanonicalOf(string operation) => $"urn:sas-interop-hub:{Type}:Appointment-{operation}";

    private static byte[] Read(string name)
    {
        using var stream = Own.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks its own resource {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

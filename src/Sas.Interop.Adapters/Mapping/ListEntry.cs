using System.Text.Json.Serialization.Metadata;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>How the entries of a national list are read.</summary>
/// <typeparam name="T">What is kept of an entry.</typeparam>
/// <param name="Shape">Where the entries stand.</param>
/// <param name="Type">How one is read.</param>
/// <param name="IdOf">Its id, or null when it has none.</param>
/// <param name="GivesWay">Whether it gives way to a later entry of the same id.</param>
internal sealed record ListEntry<T>(JsonShape Shape, JsonTypeInfo<T> Type, Func<T, string?> IdOf, Func<T, bool> GivesWay)
    where T : class
{
    /// <summary>Whether an entry that is no object means that the answer is no list at all.</summary>
    public bool ObjectsOnly { get; init; }
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Reads a dialect's <c>options</c> object into its options type, and tells every fault.</summary>
internal static class DialectOptions
{
    /// <param name="options">The object; undefined or null means all defaults.</param>
    /// <param name="type">Source-generated; must refuse unknown members.</param>
    /// <param name="validator">Source-generated from the annotations.</param>
    public static IReadOnlyList<OptionFault> Validate<T>(JsonElement options, JsonTypeInfo<T> type, IValidateOptions<T> validator)
        where T : class, new()
    {
        T bound;
        try
        {
            bound = Read(options, type);
        }
        catch (JsonException malformed)
        {
            return [new OptionFault((malformed.Path ?? string.Empty).TrimStart('$', '.'), malformed.Message)];
        }

        var verdict = validator.Validate(null, bound);
        return verdict.Failed ? [.. verdict.Failures.Select(static failure => new OptionFault(string.Empty, failure))] : [];
    }

    /// <exception cref="JsonException">The object does not fit the type.</exception>
    public static T Read<T>(JsonElement options, JsonTypeInfo<T> type)
        where T : class, new() =>
        options.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? new T()
            : options.Deserialize(type) ?? throw new ValidationException("The options are null.");
}

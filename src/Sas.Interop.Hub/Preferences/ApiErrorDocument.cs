using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Body of every failure below <see cref="ApiAnswers.Path"/>.</summary>
internal sealed record ApiErrorDocument(ApiErrorBody Error);

/// <summary>The failure.</summary>
/// <param name="Code">One of the documented codes.</param>
/// <param name="Message">A sentence for the developer on the other side.</param>
/// <param name="Path">JSON path in the body, or name of the parameter; left out when the failure is about none.</param>
/// <param name="Faults">Every fault of the body when there are several.</param>
internal sealed record ApiErrorBody(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ApiFault>? Faults);

/// <summary>One fault of a body.</summary>
internal sealed record ApiFault(string Path, string Message);

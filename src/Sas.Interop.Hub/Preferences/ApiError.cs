using System.Globalization;

using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Why a call of the platform fails.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Documented code.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Path">JSON path or name of the parameter, where there is one.</param>
internal sealed record ApiError(int Status, string Code, string Message, string? Path = null)
{
    /// <summary>More faults than this are not listed.</summary>
    private const int MostFaults = 50;

    public static ApiError NotFound { get; } = new(StatusCodes.Status404NotFound, "not-found", "Nothing is kept or served here.");

    public static ApiError BadOwner { get; } = Invalid("url.nationalId", "Not an identifier that can be used here: RPPS (8 and 11 digits), ADELI (0 and 9 characters), or where associations may be named SIRET (3 and 14 digits).");

    public static ApiError CursorGone { get; } = new(
        StatusCodes.Status410Gone,
        "cursor-gone",
        "Not so many changes are known here: the database is new, or was brought back from a copy. Read from the beginning.",
        "query.after");

    public static ApiError Precondition { get; } = new(StatusCodes.Status412PreconditionFailed, "precondition-failed", "The preferences were changed since they were read; read them again.");

    public static ApiError TooLarge { get; } = new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        string.Create(CultureInfo.InvariantCulture, $"The body is longer than {ApiBody.MaxBytes} bytes; nothing was changed."));

    public static ApiError PatientData { get; } = new(
        StatusCodes.Status422UnprocessableEntity,
        "patient-data",
        "The body holds an identifier of a kind that only patients have. The hub never accepts one; nothing was changed.");

    public static ApiError Busy { get; } = new(StatusCodes.Status503ServiceUnavailable, "busy", "Too many changes wait for their turn; nothing was changed. Send this one again later.");

    public static ApiError StorageUnavailable { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "storage-unavailable",
        "The database cannot be used now. A change may or may not have been kept; send it again later, that is safe.");

    public static ApiError Full { get; } = new(StatusCodes.Status507InsufficientStorage, "full", "The preferences of no more practitioners can be kept; nothing was changed.");

    public static ApiError Internal { get; } = new(StatusCodes.Status500InternalServerError, "internal", "The hub failed; its log tells why.");

    /// <summary>All faults, when there are several; null otherwise.</summary>
    public IReadOnlyList<ApiFault>? Faults { get; private init; }

    public static ApiError Invalid(string path, string message) => new(StatusCodes.Status400BadRequest, "invalid", message, path);

    public static ApiError Invalid(IReadOnlyList<ConfigFault> faults) => Invalid(faults[0].Path, faults[0].Message) with
    {
        Faults = faults.Count > 1 ? [.. faults.Take(MostFaults).Select(static fault => new ApiFault(fault.Path, fault.Message))] : null,
    };
}

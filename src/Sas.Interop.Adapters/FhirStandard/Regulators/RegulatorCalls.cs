using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.FhirStandard.Regulators;

/// <summary>INT_R02 at a vendor that follows the contract: <c>POST</c> and conditional <c>PUT</c> of a Practitioner (CONTRACT §4.1, §4.2).</summary>
internal sealed class RegulatorCalls(VendorHttp http, Uri baseUrl)
{
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int Gone = 410;

    private static readonly KeyValuePair<string, string>[] Brief = [new("Prefer", "return=minimal")];

    public ValueTask<Outcome<bool>> CreateAsync(RegulatorAccount account, CancellationToken cancellationToken)
    {
        // Sent again after an answer that was lost, a create would be refused as a second one.
        var call = new VendorCall(HttpMethod.Post, VendorAddress.Below(baseUrl, "Practitioner"))
        {
            Headers = Brief,
            Body = RegulatorResources.ToUtf8(account),
            Repeatable = false,
            Verdicts = [Conflict],
        };
        return http.CallAsync(call, static (answer, token) => JudgeAsync(answer, token), cancellationToken);
    }

    public ValueTask<Outcome<bool>> UpdateAsync(RegulatorKey known, RegulatorAccount account, CancellationToken cancellationToken)
    {
        var criterion = Uri.EscapeDataString($"{Escaped(known.System)}|{Escaped(known.Value)}");
        var call = new VendorCall(HttpMethod.Put, VendorAddress.Below(baseUrl, $"Practitioner?identifier={criterion}"))
        {
            Headers = Brief,
            Body = RegulatorResources.ToUtf8(account),
            Verdicts = [NotFound, Gone],
        };
        return http.CallAsync(call, static (answer, token) => JudgeAsync(answer, token), cancellationToken);
    }

    /// <summary>What FHIR separates values by is escaped inside one (R4 search, "Escaping Search Parameters").</summary>
    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);

    /// <summary>A waiting room answers 200 with a page; a vendor answers nothing or a resource. <c>Location</c> is not asked for (D52).</summary>
    private static async ValueTask<Outcome<bool>> JudgeAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Status is NotFound or Gone or Conflict)
        {
            return false;
        }

        var opening = new byte[256];
        var filled = await answer.Body.ReadAtLeastAsync(opening, opening.Length, throwOnEndOfStream: false, cancellationToken);
        var text = opening.AsSpan(0, filled);
        text = (text.StartsWith("\uFEFF"u8) ? text[3..] : text).TrimStart(" \t\r\n"u8);
        return text.StartsWith("<"u8) ? new HubError(HubErrorCode.VendorBlocked, "A page of markup where an account is due.") : true;
    }
}

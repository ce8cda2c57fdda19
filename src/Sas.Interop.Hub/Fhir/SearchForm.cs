using System.Text;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Write.Privacy;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The parameters of a search that come in the body of <c>POST [type]/_search</c>, as sent.</summary>
internal static class SearchForm
{
    /// <summary>As much as a request line may hold, so that both forms of a search have the same bounds.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>Searches with what the body holds, or says why that cannot be.</summary>
    public static async Task SearchAsync(HttpContext context, Func<HttpContext, string?, Task> search)
    {
        var form = await ReadAsync(context.Request, context.RequestAborted);
        await (form.IsSuccess ? search(context, form.Value) : FhirResponses.WriteErrorAsync(context, form.Error.Code, form.Error.Detail));
    }

    private static async Task<Outcome<string>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0)
        {
            return string.Empty;
        }

        if (!IsForm(request.ContentType))
        {
            return new HubError(HubErrorCode.RequestUnsupportedMediaType, "The body of a search must be application/x-www-form-urlencoded.");
        }

        if (request.ContentLength > MaxBytes)
        {
            return TooLarge();
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > MaxBytes)
            {
                return TooLarge();
            }

            bytes.Write(buffer, 0, read);
        }

        var form = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        return PersonCriteria.Holds(form, isQuery: true)
            ? new HubError(HubErrorCode.PatientData, "The body of the search holds an identifier of a kind that only patients have; nothing was sought.")
            : form;
    }

    private static bool IsForm(string? contentType) =>
        contentType is null || contentType.Split(';')[0].Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static HubError TooLarge() => new(HubErrorCode.RequestTooLarge, $"The body of a search may have {MaxBytes} bytes.");
}

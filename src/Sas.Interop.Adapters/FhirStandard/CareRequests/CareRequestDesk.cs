using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.FhirStandard.CareRequests;

/// <summary>The marketplace of a vendor that follows the national contract: its page is a template, and who is equipped is either everybody or asked of it.</summary>
internal sealed class CareRequestDesk(VendorHttp http, Uri baseUrl, FhirStandardOptions options) : ICareRequestDesk
{
    private static readonly JsonShape Shape = JsonShape.Of("resourceType", "total");

    public async ValueTask<Outcome<bool>> IsEquippedAsync(OwnerKey owner, CancellationToken cancellationToken)
    {
        if (options.CareRequestPage is null || owner.Kind != OwnerKind.Practitioner)
        {
            return false;
        }

        return options.CareRequestEquipped == FhirStandardOptions.EquippedByDirectory
            ? true
            : await http.CallAsync(VendorCall.Get(Question(owner)), ReadAsync, cancellationToken);
    }

    public ValueTask<Outcome<Uri>> CreateLinkAsync(CareRequest request, CancellationToken cancellationToken) => ValueTask.FromResult<Outcome<Uri>>(
        options.CareRequestPage is { } template
            ? CareRequestPage.Of(template, request)
            : new HubError(HubErrorCode.DirectoryKeyMissing, "The vendor has no page for care requests: its option careRequestPage is not set."));

    /// <summary>How many active marketplace services a role of the practitioner offers: R4's own parameters, and a number for an answer.</summary>
    private Uri Question(OwnerKey owner) => new(
        $"{baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/HealthcareService?active=true"
        + $"&service-category={CodeSystems.OrientationCategory}%7C{OrientationCategoryCodes.Marketplace}"
        + $"&_has:PractitionerRole:service:practitioner.identifier={IdentifierSystems.NationalPractitioner}%7C{owner}&_summary=count");

    private static async ValueTask<Outcome<bool>> ReadAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        var isBundle = false;
        int? total = null;
        var outcome = await JsonFeed.ReadAsync(
            answer.Body,
            Shape,
            (int path, in JsonFeedPosition _, ref Utf8JsonReader value) =>
            {
                isBundle |= path == 0 && value.TokenType == JsonTokenType.String && value.ValueTextEquals("Bundle"u8);
                total = path == 1 && value.TokenType == JsonTokenType.Number && value.TryGetInt32(out var number) ? number : total;
                return null;
            },
            cancellationToken);
        if (!outcome.IsSuccess)
        {
            return outcome.Error;
        }

        return isBundle && total is { } count
            ? count > 0
            : new HubError(HubErrorCode.VendorMalformed, "The answer is no Bundle with a total.");
    }
}

using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>The calls of the dialect.</summary>
internal sealed class OrdoclicClient(VendorContext context) : IAsyncDisposable
{
    private static readonly JsonShape ProfileShape =
        JsonShape.Of("entityId", "profileSlug", "zip", "publicProfessionals[]", "attributeValues[]").Naming("entityId");

    private static readonly JsonShape ReasonsShape = JsonShape.Of("reasons[]").Naming("reasons");

    private static readonly JsonShape SlotsShape = JsonShape.Of("slots[]", "nextAvailableSlotDate").Naming("slots");

    // The slot service declares text/plain although it answers JSON.
    private static readonly KeyValuePair<string, string>[] SlotHeaders = [new("Accept", "text/plain")];

    private readonly VendorHttp _http = new(context, [VendorHeaders.AcceptJson]);

    /// <param name="path">Path of the profile below the vendor's root.</param>
    /// <param name="keepFor">How long the answer may be used again.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public ValueTask<Outcome<OrdoclicProfile>> ReadProfileAsync(string path, TimeSpan keepFor, CancellationToken cancellationToken) =>
        _http.CallAsync(
            VendorCall.Get(VendorAddress.Below(context.BaseUrl, path)) with { CacheFor = keepFor },
            async (answer, token) =>
            {
                var draft = new ProfileDraft();
                var read = await JsonFeed.ReadAsync(answer.Body, ProfileShape, draft.Take, token);
                return read.IsSuccess ? draft.ToProfile() : read.Error;
            },
            cancellationToken);

    public ValueTask<Outcome<IReadOnlyList<OrdoclicReason>>> ReadReasonsAsync(string entity, TimeSpan keepFor, CancellationToken cancellationToken) =>
        _http.CallAsync(
            VendorCall.Get(VendorAddress.Below(context.BaseUrl, $"v1/solar/entities/{Uri.EscapeDataString(entity)}/reasons")) with { CacheFor = keepFor },
            static (answer, token) => JsonFeed.ListAsync(answer.Body, ReasonsShape, OrdoclicJsonContext.Default.OrdoclicReason, token),
            cancellationToken);

    public ValueTask<Outcome<SlotPage>> ReadSlotsAsync(OrdoclicQuestion question, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(question.Query, OrdoclicJsonContext.Default.OrdoclicQuery);
        var call = new VendorCall(HttpMethod.Post, VendorAddress.Below(context.BaseUrl, "v1/solar/slots/availableSlots")) { Body = body, Headers = SlotHeaders };
        return _http.CallAsync(
            call,
            (answer, token) =>
            {
                var page = new SlotPage { MadeAt = answer.MadeAt };
                var reading = new JsonReading(Take, new OrdoclicPlainReader(question, page).Take);
                return JsonFeed.FillAsync(page, answer.Body, SlotsShape, reading, token);

                HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
                {
                    if (path == 0)
                    {
                        return OrdoclicMapper.Map(JsonSerializer.Deserialize(ref value, OrdoclicJsonContext.Default.OrdoclicSlot), question, page);
                    }

                    page.Next = OrdoclicMapper.ToHint(value.GetString(), question.Zone);
                    return null;
                }
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private sealed class ProfileDraft
    {
        private readonly List<string> _professionals = [];
        private string? _entity;
        private string? _slug;
        private string? _postalCode;
        private bool _telephoneOnly;

        public HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
        {
            switch (path)
            {
                case 0:
                    _entity = JsonText.Identifier(ref value);
                    break;
                case 1:
                    _slug = JsonText.Identifier(ref value);
                    break;
                case 2:
                    _postalCode = JsonText.Identifier(ref value);
                    break;
                case 3 when JsonSerializer.Deserialize(ref value, OrdoclicJsonContext.Default.OrdoclicProfessional)?.Id is { } professional:
                    _professionals.Add(professional);
                    break;
                case 4 when JsonSerializer.Deserialize(ref value, OrdoclicJsonContext.Default.OrdoclicAttribute) is { Label: "booking_settings" } settings:
                    _telephoneOnly = string.Equals(settings.Option, "any", StringComparison.OrdinalIgnoreCase);
                    break;
            }

            return null;
        }

        public Outcome<OrdoclicProfile> ToProfile() =>
            _entity is null
                ? new HubError(HubErrorCode.VendorMalformed, "The profile names no entity.")
                : new OrdoclicProfile(_entity, _slug, _postalCode, [.. _professionals.Distinct(StringComparer.OrdinalIgnoreCase)], _telephoneOnly);
    }
}

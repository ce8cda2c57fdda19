using System.Globalization;
using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>The calls of the dialect. A failure may be told inside a successful answer, as an object with an <c>error</c>.</summary>
internal sealed class AvecMonDocClient : IAsyncDisposable
{
    private const int DaysPerCall = 7;

    private static readonly JsonShape OrganizationShape = JsonShape.Of("error", "id", "slug", "timezone", "zipCode", "consultationReasons");

    // The lists: an object is a refusal, and one that tells no error is no answer at all.
    private static readonly JsonShape ReasonsShape = JsonShape.Of("error", "[]").Naming("error");

    private static readonly JsonShape WeekShape = JsonShape
        .Of("error", "[].slots[]", "[].nextAvailableBusinessHourInCurrentWeek", "[].nextAvailableBusinessHour")
        .Naming("error");

    private readonly VendorContext _context;
    private readonly TimeSpan _catalogueTtl;
    private readonly VendorHttp _http;

    public AvecMonDocClient(VendorContext context, TimeSpan catalogueTtl)
    {
        _context = context;
        _catalogueTtl = catalogueTtl;
        _http = new VendorHttp(context, VendorHeaders.WithToken(context, VendorHeaders.AcceptJson));
    }

    public ValueTask<Outcome<AvecMonDocOrganization>> ReadOrganizationAsync(string slug, CancellationToken cancellationToken) =>
        _http.CallAsync(
            Catalogue($"api/Organizations/slug/{Uri.EscapeDataString(slug)}"),
            static async (answer, token) =>
            {
                var draft = new OrganizationDraft();
                var read = await JsonFeed.ReadAsync(answer.Body, OrganizationShape, draft.Take, token);
                return read.IsSuccess ? draft.ToOrganization() : read.Error;
            },
            cancellationToken);

    public ValueTask<Outcome<List<AvecMonDocReason?>>> ReadReasonsAsync(int organization, string? doctor, CancellationToken cancellationToken)
    {
        var parameters = doctor is not null && long.TryParse(doctor, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? $$"""{"organizationId":{{organization}},"doctorId":{{number}}}"""
            : $$"""{"organizationId":{{organization}}}""";
        return _http.CallAsync(
            Catalogue($"api/Organizations/getConsultationReasons?params={Uri.EscapeDataString(parameters)}"),
            static (answer, token) =>
            {
                var reasons = new List<AvecMonDocReason?>();
                return JsonFeed.FillAsync(reasons, answer.Body, ReasonsShape, Take, token);

                HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
                {
                    if (path == 0)
                    {
                        return ReadError(ref value);
                    }

                    reasons.Add(JsonSerializer.Deserialize(ref value, AvecMonDocJsonContext.Default.AvecMonDocReason));
                    return null;
                }
            },
            cancellationToken);
    }

    /// <summary>Reads the seven days from a day on.</summary>
    public ValueTask<Outcome<AvecMonDocWeek>> ReadWeekAsync(AvecMonDocQuestion question, DateOnly from, CancellationToken cancellationToken)
    {
        var query = AvecMonDocMapper.ToQuery(question, from, DaysPerCall);
        var body = JsonSerializer.SerializeToUtf8Bytes(query, AvecMonDocJsonContext.Default.AvecMonDocQuery);
        return _http.CallAsync(
            new VendorCall(HttpMethod.Post, VendorAddress.Below(_context.BaseUrl, "api/BusinessHours/availabilitiesPerDay")) { Body = body },
            (answer, token) =>
            {
                var week = new AvecMonDocWeek();
                week.Page.MadeAt = answer.MadeAt;
                return JsonFeed.FillAsync(week, answer.Body, WeekShape, Take, token);

                HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value) => ReadPart(path, ref value, question, week);
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private static HubError? ReadPart(int path, ref Utf8JsonReader value, AvecMonDocQuestion question, AvecMonDocWeek week)
    {
        switch (path)
        {
            case 0:
                return ReadError(ref value);
            case 1:
                AvecMonDocMapper.Map(JsonSerializer.Deserialize(ref value, AvecMonDocJsonContext.Default.AvecMonDocCell), question, week);
                return null;
            case 2:
                week.MoreInThisWeek = JsonText.Boolean(ref value);
                return null;
            case 3 when value.TokenType == JsonTokenType.StartObject:
                var next = JsonSerializer.Deserialize(ref value, AvecMonDocJsonContext.Default.AvecMonDocNext);
                week.Page.Next = Instants.TryRead(next?.Start, question.Terms.Zone, out var start) ? start : null;
                return null;
            default:
                week.NothingLater = !JsonText.Boolean(ref value);
                return null;
        }
    }

    private static HubError? ReadError(ref Utf8JsonReader value)
    {
        if (value.TokenType is JsonTokenType.Null or JsonTokenType.False)
        {
            // An answer that is no list and tells no error either.
            return new HubError(HubErrorCode.VendorMalformed, "An object without failure where a list is due.");
        }

        return AvecMonDocMapper.ToError(
            value.TokenType == JsonTokenType.StartObject
                ? JsonSerializer.Deserialize(ref value, AvecMonDocJsonContext.Default.AvecMonDocRefusal)?.StatusCode
                : null);
    }

    private VendorCall Catalogue(string pathAndQuery) =>
        VendorCall.Get(VendorAddress.Below(_context.BaseUrl, pathAndQuery)) with { CacheFor = _catalogueTtl };

    private sealed class OrganizationDraft
    {
        private int? _id;
        private string? _slug;
        private string? _timeZone;
        private string? _postalCode;
        private IReadOnlyList<AvecMonDocReason?>? _reasons;

        public HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
        {
            switch (path)
            {
                case 0 when value.TokenType is not (JsonTokenType.Null or JsonTokenType.False):
                    return ReadError(ref value);
                case 1:
                    _id = JsonText.Integer(ref value);
                    break;
                case 2:
                    _slug = JsonText.Identifier(ref value);
                    break;
                case 3:
                    _timeZone = JsonText.Identifier(ref value);
                    break;
                case 4:
                    _postalCode = JsonText.Identifier(ref value);
                    break;
                case 5 when value.TokenType is not (JsonTokenType.Null or JsonTokenType.String):
                    // One view of the interface writes lists as text: then the reasons are asked for on their own.
                    _reasons = JsonSerializer.Deserialize(ref value, AvecMonDocJsonContext.Default.ListAvecMonDocReason);
                    break;
            }

            return null;
        }

        public Outcome<AvecMonDocOrganization> ToOrganization() =>
            _id is { } id
                ? new AvecMonDocOrganization(id, _slug, _timeZone, _postalCode, _reasons)
                : new HubError(HubErrorCode.VendorMalformed, "The organization has no number.");
    }
}

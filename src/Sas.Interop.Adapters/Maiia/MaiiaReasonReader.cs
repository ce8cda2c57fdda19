using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>Reads a page of consultation reasons.</summary>
internal static class MaiiaReasonReader
{
    private static readonly JsonShape Shape = JsonShape.Of("items![]", "total");

    public static ValueTask<Outcome<MaiiaPage<MaiiaReason>>> ReadAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        var page = new MaiiaPage<MaiiaReason>();
        return JsonFeed.FillAsync(
            page,
            answer.Body,
            Shape,
            (int path, in JsonFeedPosition _, ref Utf8JsonReader value) =>
            {
                if (path == 1)
                {
                    page.Total = JsonText.Integer(ref value);
                    return null;
                }

                page.Count++;
                if (JsonSerializer.Deserialize(ref value, MaiiaPayloadContext.Default.MaiiaReason) is { } reason)
                {
                    page.Items.Add(reason);
                    page.Print = HashCode.Combine(page.Print, reason);
                }

                return null;
            },
            cancellationToken);
    }
}

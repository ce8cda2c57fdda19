using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Tests.Persistence.Audit;

/// <summary>Records for tests.</summary>
internal static class AuditBed
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static AuditStore Store(StorageGuard guard, AuditSeal? seal = null, TimeProvider? time = null) => new(guard, seal ?? AuditSeal.Keyless, time ?? TimeProvider.System);

    /// <summary>A record with something in every column that a call fills.</summary>
    public static AuditRow Record(int number, DateTimeOffset? at = null) => AuditRecords.Of(
        new AuditEntry(at ?? Now.AddSeconds(number), "platform", "PUT", "/fhir/Appointment", number % 10 == 0 ? 409 : 200)
        {
            Interaction = "update",
            Roles = "Platform",
            VendorId = "doctolib",
            Entity = $"Appointment/{number}",
            Refusal = number % 10 == 0 ? "conflict" : null,
            TraceId = number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
            Detail = number % 7 == 0 ? "a detail" : null,
        });

    public static async Task FillAsync(AuditStore store, int count, DateTimeOffset? at = null)
    {
        foreach (var batch in Enumerable.Range(1, count).Chunk(500))
        {
            await store.AppendAsync([.. batch.Select(number => Record(number, at))], CancellationToken.None);
        }
    }
}

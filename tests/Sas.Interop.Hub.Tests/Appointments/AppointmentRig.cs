using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Hub.Appointments.Notices;
using Sas.Interop.Hub.Appointments.Writing;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Persistence.Sqlite;
using Sas.Interop.Hub.Tests.Persistence;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>Appointments in a real database, without HTTP.</summary>
internal sealed class AppointmentRig : IDisposable, IOutboxRouting, IAppointmentFollower
{
    public const string Sender = "acme";
    private readonly StorageRig _storage;

    private AppointmentRig(SqliteDatabase database, StorageRig storage)
    {
        _storage = storage;
        Guard = new StorageGuard(database, new OutboxBell(), NullLogger<StorageGuard>.Instance);
        Store = new AppointmentStore(Guard, new OutboxWriter(this, _storage.Time), [this], _storage.Time);
        Queries = new AppointmentQueries(Guard);
    }

    public StorageGuard Guard { get; }

    public AppointmentStore Store { get; }

    public AppointmentQueries Queries { get; }

    public TestKit.ManualTimeProvider Time => _storage.Time;

    /// <summary>What a follower was told, also by changes that were not kept.</summary>
    public List<AppointmentFacts> Facts { get; } = [];

    /// <summary>Whether the follower fails, as a defect of it would.</summary>
    public bool FollowerFails { get; set; }

    public static async Task<AppointmentRig> StartAsync()
    {
        var storage = new StorageRig();
        var database = storage.Database();
        await database.OpenAsync(CancellationToken.None);
        return new AppointmentRig(database, storage);
    }

    public Task<AppointmentChanged> PutAsync(JsonObject told, string sender = Sender, string? systemOwner = null) =>
        Store.ChangeAsync(Write(told, sender, HttpMethods.Put, systemOwner), Decide(told), CancellationToken.None);

    public Task<AppointmentChanged> PostAsync(JsonObject told, string sender = Sender)
    {
        var write = Write(told, sender, HttpMethods.Post, null);
        return Store.ChangeAsync(write, kept => WriteRule.Create(kept, write.Fingerprint, onlyIfNone: false), CancellationToken.None);
    }

    /// <summary>All rows of a table.</summary>
    public Task<List<T>> AllAsync<T>()
        where T : class => Guard.UseAsync(static context => context.Set<T>().AsNoTracking().ToListAsync());

    public IReadOnlyList<string> DestinationsOf(string kind) => ["platform"];

    public Task FollowAsync(StorageChange change, AppointmentFacts facts, CancellationToken cancellationToken)
    {
        Facts.Add(facts);
        return FollowerFails ? throw new InvalidOperationException("The follower fails.") : Task.CompletedTask;
    }

    public void Dispose() => _storage.Dispose();

    private static Func<StoredAppointment?, AppointmentVerdict> Decide(JsonObject told)
    {
        var notice = Told.Notice(told);
        var fingerprint = new StrictAppointment(notice).Fingerprint;
        var condition = VersionCondition.Of(new DefaultHttpContext().Request);
        return kept => WriteRule.Update(kept, fingerprint, notice.Marks, condition.Value ?? throw new InvalidOperationException("No header is no fault."));
    }

    private static AppointmentWrite Write(JsonObject told, string sender, string method, string? systemOwner)
    {
        var notice = Told.Notice(told);
        var strict = new StrictAppointment(notice);
        return new AppointmentWrite
        {
            System = notice.System,
            Value = notice.Value,
            Sender = sender,
            SystemOwner = systemOwner,
            Method = method,
            Status = notice.Status,
            Start = notice.Start.Value,
            End = notice.End.Value,
            Owner = notice.Practitioner?.ToString(),
            Regulator = notice.Regulator,
            OrientationCategory = notice.OrientationCategory,
            Fingerprint = strict.Fingerprint,
            Marks = notice.Marks,
            Render = strict.Render,
        };
    }
}

using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Persistence.Outbox;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Persistence;

/// <summary>The durable state of the hub: one model for every database. Each provider has a type of its own below it, which its migrations name.</summary>
internal abstract class HubContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<PreferenceRow> Preferences => Set<PreferenceRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PreferenceRow>(static row =>
        {
            row.ToTable("preferences");
            row.HasKey(static preference => preference.Owner);
            row.HasIndex(static preference => preference.Revision).IsUnique();
            row.Property(static preference => preference.Owner).HasMaxLength(PreferenceRow.OwnerLength).IsUnicode(false).ValueGeneratedNever();
        });
        modelBuilder.Entity<CounterRow>(static row =>
        {
            row.ToTable("counters");
            row.HasKey(static counter => counter.Name);
            row.Property(static counter => counter.Name).HasMaxLength(CounterRow.NameLength).IsUnicode(false).ValueGeneratedNever();
            row.HasData(new CounterRow { Name = CounterRow.Preferences, Value = 0 });
        });
        AppointmentTables.Add(modelBuilder);
        RegulatorTables.Add(modelBuilder);
        OrientationTables.Add(modelBuilder);
        OutboxTables.Add(modelBuilder);
        AuditTables.Add(modelBuilder);
    }
}

using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence;

/// <summary>The durable state of the hub: one model for every database. Each provider has a type of its own below it, which its migrations name.</summary>
internal abstract class HubContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<PreferenceRow> Preferences => Set<PreferenceRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PreferenceRow>(static row =>
        {
            row.ToTable("preferences");
            row.HasKey(static preference => preference.Owner);
            row.HasIndex(static preference => preference.Revision).IsUnique();
            row.Property(static preference => preference.Owner).HasMaxLength(PreferenceRow.OwnerLength).IsUnicode(false).ValueGeneratedNever();

            // Ticks compare on every database; not all of them can compare instants with an offset.
            row.Property(static preference => preference.ChangedAt)
                .HasConversion(static instant => instant.UtcTicks, static ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
        });
        modelBuilder.Entity<CounterRow>(static row =>
        {
            row.ToTable("counters");
            row.HasKey(static counter => counter.Name);
            row.Property(static counter => counter.Name).HasMaxLength(CounterRow.NameLength).IsUnicode(false).ValueGeneratedNever();
            row.HasData(new CounterRow { Name = CounterRow.Preferences, Value = 0 });
        });
    }
}

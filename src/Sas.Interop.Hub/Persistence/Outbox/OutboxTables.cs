using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Outbox;

internal static class OutboxTables
{
    public static void Add(ModelBuilder model) => model.Entity<OutboxRow>(static row =>
    {
        row.ToTable("outbox");
        row.HasKey(static message => message.Id);
        row.HasIndex(static message => new { message.Destination, message.Stream, message.Number }).IsUnique();
        row.HasIndex(static message => new { message.Destination, message.DueAt });
        row.HasIndex(static message => message.DeadAt);
        row.Property(static message => message.Destination).HasMaxLength(TextLengths.Name).IsUnicode(false);
        row.Property(static message => message.Stream).HasMaxLength(RowIds.Length).IsUnicode(false);
        row.Property(static message => message.Kind).HasMaxLength(TextLengths.Code).IsUnicode(false);
        row.Property(static message => message.Trace).HasMaxLength(TextLengths.Trace).IsUnicode(false);
        row.Property(static message => message.Error).HasMaxLength(TextLengths.Cause);
    });
}

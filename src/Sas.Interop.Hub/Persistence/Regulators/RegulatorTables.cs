using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Regulators;

internal static class RegulatorTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<RegulatorRow>(static row =>
        {
            row.ToTable("regulators");
            row.HasKey(static regulator => regulator.Id);
            row.Property(static regulator => regulator.Id).HasMaxLength(RowIds.Length).IsUnicode(false).ValueGeneratedNever();
            row.Property(static regulator => regulator.System).HasMaxLength(TextLengths.Identifier);
            row.Property(static regulator => regulator.Value).HasMaxLength(TextLengths.Identifier);
            row.Property(static regulator => regulator.Family).HasMaxLength(TextLengths.Person);
            row.Property(static regulator => regulator.Given).HasMaxLength(TextLengths.Person);
            row.Property(static regulator => regulator.Email).HasMaxLength(TextLengths.Person);
        });
        model.Entity<RegulatorIdentifierRow>(static row =>
        {
            row.ToTable("regulator_identifiers");
            row.HasKey(static identifier => identifier.Key);
            row.HasIndex(static identifier => identifier.RegulatorId);
            row.Property(static identifier => identifier.Key).HasMaxLength(IdentifierKey.Length).IsUnicode(false).ValueGeneratedNever();
            row.Property(static identifier => identifier.System).HasMaxLength(TextLengths.Identifier);
            row.Property(static identifier => identifier.Value).HasMaxLength(TextLengths.Identifier);
            row.Property(static identifier => identifier.RegulatorId).HasMaxLength(RowIds.Length).IsUnicode(false);
        });
        model.Entity<RegulatorDeliveryRow>(static row =>
        {
            row.ToTable("regulator_deliveries");
            row.HasKey(static delivery => new { delivery.RegulatorId, delivery.VendorId });
            row.HasIndex(static delivery => delivery.DueAt);
            row.HasIndex(static delivery => new { delivery.VendorId, delivery.KnownKey });
            row.Property(static delivery => delivery.RegulatorId).HasMaxLength(RowIds.Length).IsUnicode(false);
            row.Property(static delivery => delivery.VendorId).HasMaxLength(TextLengths.Name).IsUnicode(false);
            row.Property(static delivery => delivery.State).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static delivery => delivery.System).HasMaxLength(TextLengths.Identifier);
            row.Property(static delivery => delivery.Value).HasMaxLength(TextLengths.Identifier);
            row.Property(static delivery => delivery.KnownKey).HasMaxLength(IdentifierKey.Length).IsUnicode(false);
            row.Property(static delivery => delivery.Claim).HasMaxLength(RowIds.Length).IsUnicode(false);
            row.Property(static delivery => delivery.Error).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static delivery => delivery.Trace).HasMaxLength(TextLengths.Trace).IsUnicode(false);
            row.Property(static delivery => delivery.ErrorDetail).HasMaxLength(TextLengths.Cause);
        });
    }
}

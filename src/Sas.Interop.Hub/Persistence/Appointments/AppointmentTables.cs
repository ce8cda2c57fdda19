using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Appointments;

internal static class AppointmentTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<AppointmentRow>(static row =>
        {
            row.ToTable("appointments");
            row.HasKey(static appointment => appointment.Id);
            row.HasIndex(static appointment => appointment.Key).IsUnique();
            row.HasIndex(static appointment => new { appointment.UpdatedAt, appointment.Id });
            row.HasIndex(static appointment => appointment.ValueKey);
            row.HasIndex(static appointment => new { appointment.Start, appointment.Id });
            row.HasIndex(static appointment => appointment.Owner);
            row.Property(static appointment => appointment.Id).HasMaxLength(RowIds.Length).IsUnicode(false).ValueGeneratedNever();
            row.Property(static appointment => appointment.Key).HasMaxLength(IdentifierKey.Length).IsUnicode(false);
            row.Property(static appointment => appointment.System).HasMaxLength(TextLengths.Identifier);
            row.Property(static appointment => appointment.Value).HasMaxLength(TextLengths.Identifier);
            row.Property(static appointment => appointment.ValueKey).HasMaxLength(IdentifierKey.Length).IsUnicode(false);
            row.Property(static appointment => appointment.Sender).HasMaxLength(TextLengths.Name).IsUnicode(false);
            row.Property(static appointment => appointment.Status).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static appointment => appointment.Owner).HasMaxLength(PreferenceRow.OwnerLength).IsUnicode(false);
            row.Property(static appointment => appointment.RegulatorKey).HasMaxLength(IdentifierKey.Length).IsUnicode(false);
            row.Property(static appointment => appointment.Fingerprint).HasMaxLength(IdentifierKey.Length).IsUnicode(false);
            row.Property(static appointment => appointment.CreatedAs).HasMaxLength(IdentifierKey.Length).IsUnicode(false);
            row.Property(static appointment => appointment.OrientationCategory).HasMaxLength(TextLengths.Code).IsUnicode(false);
        });
        model.Entity<AppointmentVersionRow>(static row =>
        {
            row.ToTable("appointment_versions");
            row.HasKey(static version => new { version.AppointmentId, version.Version });
            row.Property(static version => version.AppointmentId).HasMaxLength(RowIds.Length).IsUnicode(false);
            row.Property(static version => version.Method).HasMaxLength(TextLengths.Code).IsUnicode(false);
        });
        model.Entity<IdentifierSystemRow>(static row =>
        {
            row.ToTable("identifier_systems");
            row.HasKey(static system => system.Key);
            row.Property(static system => system.Key).HasMaxLength(IdentifierKey.Length).IsUnicode(false).ValueGeneratedNever();
            row.Property(static system => system.System).HasMaxLength(TextLengths.Identifier);
            row.Property(static system => system.Sender).HasMaxLength(TextLengths.Name).IsUnicode(false);
        });
    }
}

using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Orientations;

internal static class OrientationTables
{
    public const int LinkIdLength = 43;
    public const int TargetLength = 4_000;

    public static void Add(ModelBuilder model)
    {
        model.Entity<OrientationRow>(static row =>
        {
            row.ToTable("orientations");
            row.HasKey(static orientation => orientation.Id);
            row.HasIndex(static orientation => new { orientation.CreatedAt, orientation.Id });
            row.HasIndex(static orientation => new { orientation.State, orientation.ExpiresAt });
            row.HasIndex(static orientation => new { orientation.Owner, orientation.CreatedAt });
            row.HasIndex(static orientation => orientation.AppointmentKey);
            row.HasIndex(static orientation => orientation.AppointmentId);
            row.Property(static orientation => orientation.Id).HasMaxLength(RowIds.Length).IsUnicode(false).ValueGeneratedNever();
            row.Property(static orientation => orientation.Kind).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static orientation => orientation.State).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static orientation => orientation.RegulatorSystem).HasMaxLength(TextLengths.Identifier);
            row.Property(static orientation => orientation.RegulatorValue).HasMaxLength(TextLengths.Identifier);
            row.Property(static orientation => orientation.Territory).HasMaxLength(TextLengths.Identifier);
            row.Property(static orientation => orientation.Owner).HasMaxLength(PreferenceRow.OwnerLength).IsUnicode(false);
            row.Property(static orientation => orientation.PlaceKey).HasMaxLength(TextLengths.Reference);
            row.Property(static orientation => orientation.PostalCode).HasMaxLength(TextLengths.Code);
            row.Property(static orientation => orientation.VendorId).HasMaxLength(TextLengths.Name).IsUnicode(false);
            row.Property(static orientation => orientation.SlotId).HasMaxLength(TextLengths.Name).IsUnicode(false);
            row.Property(static orientation => orientation.HoldReference).HasMaxLength(TextLengths.Reference);
            row.Property(static orientation => orientation.AppointmentKey).HasMaxLength(IdentifierKey.Length).IsUnicode(false);
            row.Property(static orientation => orientation.AppointmentSystem).HasMaxLength(TextLengths.Identifier);
            row.Property(static orientation => orientation.AppointmentValue).HasMaxLength(TextLengths.Identifier);
            row.Property(static orientation => orientation.AppointmentId).HasMaxLength(RowIds.Length).IsUnicode(false);
        });
        AddParts(model);
    }

    private static void AddParts(ModelBuilder model)
    {
        model.Entity<OrientationTransitionRow>(static row =>
        {
            row.ToTable("orientation_transitions");
            row.HasKey(static transition => new { transition.OrientationId, transition.Number });
            row.Property(static transition => transition.OrientationId).HasMaxLength(RowIds.Length).IsUnicode(false);
            row.Property(static transition => transition.From).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static transition => transition.To).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static transition => transition.Cause).HasMaxLength(TextLengths.Cause);
        });
        model.Entity<SlotClaimRow>(static row =>
        {
            row.ToTable("slot_claims");
            row.HasKey(static claim => claim.Key);
            row.HasIndex(static claim => claim.OrientationId);
            row.Property(static claim => claim.Key).HasMaxLength(IdentifierKey.Length).IsUnicode(false).ValueGeneratedNever();
            row.Property(static claim => claim.OrientationId).HasMaxLength(RowIds.Length).IsUnicode(false);
        });
        model.Entity<RedirectLinkRow>(static row =>
        {
            row.ToTable("redirect_links");
            row.HasKey(static link => link.Id);
            row.HasIndex(static link => link.OrientationId);
            row.HasIndex(static link => link.ExpiresAt);
            row.Property(static link => link.Id).HasMaxLength(LinkIdLength).IsUnicode(false).ValueGeneratedNever();
            row.Property(static link => link.OrientationId).HasMaxLength(RowIds.Length).IsUnicode(false);
            row.Property(static link => link.Target).HasMaxLength(TargetLength);
        });
        model.Entity<IdempotentAnswerRow>(static row =>
        {
            row.ToTable("idempotent_answers");
            row.HasKey(static answer => answer.Key);
            row.HasIndex(static answer => answer.ExpiresAt);
            row.Property(static answer => answer.Key).HasMaxLength(IdentifierKey.Length).IsUnicode(false).ValueGeneratedNever();
            row.Property(static answer => answer.Body).HasMaxLength(IdentifierKey.Length).IsUnicode(false);
            row.Property(static answer => answer.OrientationId).HasMaxLength(RowIds.Length).IsUnicode(false);
        });
    }
}

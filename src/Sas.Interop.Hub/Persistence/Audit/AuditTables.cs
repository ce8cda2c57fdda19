using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Audit;

internal static class AuditTables
{
    /// <summary>The trigger that keeps records as they are. Its migration makes it in the words of each database.</summary>
    public const string Trigger = "audit_append_only";

    public static void Add(ModelBuilder model)
    {
        model.Entity<AuditRow>(static row =>
        {
            row.ToTable("audit", static table => table.HasTrigger(Trigger));
            row.HasKey(static record => record.Number);
            row.Property(static record => record.Number).ValueGeneratedNever();
            row.HasIndex(static record => record.At);
            row.Property(static record => record.Kind).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static record => record.Caller).HasMaxLength(TextLengths.Name).IsUnicode(false);
            row.Property(static record => record.Roles).HasMaxLength(AuditRow.RolesLength).IsUnicode(false);
            row.Property(static record => record.Interaction).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static record => record.Method).HasMaxLength(AuditRow.MethodLength).IsUnicode(false);
            row.Property(static record => record.Route).HasMaxLength(AuditRow.RouteLength).IsUnicode(false);
            row.Property(static record => record.Entity).HasMaxLength(AuditRow.EntityLength).IsUnicode(false);
            row.Property(static record => record.Vendor).HasMaxLength(TextLengths.Name).IsUnicode(false);
            row.Property(static record => record.Refusal).HasMaxLength(TextLengths.Code).IsUnicode(false);
            row.Property(static record => record.TraceId).HasMaxLength(AuditRow.TraceLength).IsUnicode(false);
            row.Property(static record => record.Detail).HasMaxLength(TextLengths.Cause).IsUnicode(false);
            row.Property(static record => record.KeyId).HasMaxLength(AuditRow.KeyIdLength).IsUnicode(false);
            row.Property(static record => record.Previous).HasMaxLength(AuditEncoding.HashLength).IsUnicode(false);
            row.Property(static record => record.Hash).HasMaxLength(AuditEncoding.HashLength).IsUnicode(false);
        });
        model.Entity<AuditChainRow>(static row =>
        {
            row.ToTable("audit_chain");
            row.HasKey(static chain => chain.Id);
            row.Property(static chain => chain.Id).ValueGeneratedNever();
            row.Property(static chain => chain.Hash).HasMaxLength(AuditEncoding.HashLength).IsUnicode(false);
            row.Property(static chain => chain.RemovedHash).HasMaxLength(AuditEncoding.HashLength).IsUnicode(false);
            row.HasData(new AuditChainRow { Id = AuditChainRow.OnlyId, Hash = AuditEncoding.NoHash, RemovedHash = AuditEncoding.NoHash });
        });
    }
}

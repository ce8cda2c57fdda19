using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>Makes and checks the hashes of records: with a key, when the hub has one, so that who can write the database cannot make them.</summary>
internal sealed class AuditSeal
{
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);
    private readonly string? _keyId;

    /// <param name="key">Seals new records; null for none.</param>
    /// <param name="former">Keys that sealed earlier ones.</param>
    public AuditSeal(byte[]? key, IEnumerable<byte[]> former)
    {
        foreach (var one in former.Append(key).OfType<byte[]>())
        {
            _keys[IdOf(one)] = one;
        }

        _keyId = key is null ? null : IdOf(key);
    }

    public static AuditSeal Keyless { get; } = new(null, []);

    /// <summary>Whether new records are sealed with a key.</summary>
    public bool HasKey => _keyId is not null;

    /// <summary>Whether a record says that a key sealed it which is not here.</summary>
    public bool Lacks(AuditRow row) => row.Format == AuditEncoding.Keyed && (row.KeyId is null || !_keys.ContainsKey(row.KeyId));

    /// <summary>Gives a record its place in the chain: whatever else it holds is fixed by then.</summary>
    public void Close(AuditRow row, long number, string previous)
    {
        (row.Number, row.Previous, row.KeyId) = (number, previous, _keyId);
        row.Format = _keyId is null ? AuditEncoding.Plain : AuditEncoding.Keyed;
        row.Hash = HashOf(row) ?? throw new InvalidOperationException("The seal has its own key.");
    }

    /// <returns>The hash that the record should have, in lower-case hexadecimal digits; null when its format or its key is not known here.</returns>
    public string? HashOf(AuditRow row)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        AuditEncoding.Write(row, bytes);
        return row.Format switch
        {
            AuditEncoding.Plain when row.KeyId is null => Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan)),
            AuditEncoding.Keyed when row.KeyId is { } id && _keys.TryGetValue(id, out var key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes.WrittenSpan)),
            _ => null,
        };
    }

    /// <summary>Names a key without telling anything of it.</summary>
    private static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes("sas-audit-key\n"), .. key]))[..AuditRow.KeyIdLength];
}

namespace Sas.Interop.Contracts.Fhir;

/// <summary>JSON kept as bytes because the model does not describe its type; compact, valid UTF-8, compared byte by byte.</summary>
public sealed class OpaqueJson : IEquatable<OpaqueJson>
{
    internal OpaqueJson(byte[] utf8) => Utf8 = utf8;

    /// <summary>The JSON text without insignificant blanks.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Compares the bytes.</summary>
    /// <param name="other">What to compare with.</param>
    /// <returns>Whether both hold the same bytes.</returns>
    public bool Equals(OpaqueJson? other) => other is not null && Utf8.Span.SequenceEqual(other.Utf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OpaqueJson);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Utf8.Span);
        return hash.ToHashCode();
    }
}

namespace Sas.Interop.Adapters.Json;

/// <summary>Where a value stands in the bytes that were read.</summary>
/// <param name="Start">Position of its first byte.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Member">The member.</param>
/// <param name="Memory">The memory of this value, or null when it is not kept.</param>
internal readonly record struct PatternValue(int Start, int Length, PatternMember Member, PatternMemory? Memory);

/// <summary>A value that stood in an object before.</summary>
/// <param name="Raw">Its bytes.</param>
internal sealed record PatternMemory(byte[] Raw)
{
    /// <summary>Whether its last byte tells that it ends there, as a quote or a bracket does and a digit does not.</summary>
    public bool IsClosed { get; } = Raw is [.., (byte)'"' or (byte)'}' or (byte)']'];

    /// <summary>What the reader made of it, or null.</summary>
    public object? Meaning { get; set; }
}

namespace Sas.Interop.Hub.Security.Tls;

/// <summary>What became of <see cref="TlsParts"/>.</summary>
/// <param name="Material">To be used only when there are no faults.</param>
/// <param name="Faults">Everything that is wrong.</param>
/// <param name="Warnings">What can be used but is probably not meant.</param>
internal sealed record TlsReading(TlsMaterial? Material, IReadOnlyList<TlsFault> Faults, IReadOnlyList<TlsFault> Warnings);

/// <summary>Something wrong with one part.</summary>
/// <param name="Part">Such as <c>clientKey</c>, or <c>anchors[1]</c>.</param>
/// <param name="Message">A sentence that never repeats content.</param>
internal readonly record struct TlsFault(string Part, string Message);

namespace Sas.Interop.Contracts.Booking;

/// <summary>An identifier of a regulator (CONTRACT §4.2): the national one, or the technical one of the SAS platform.</summary>
/// <param name="System"><c>urn:oid:1.2.250.1.71.4.2.1</c> or <c>urn:oid:1.2.250.1.213.3.6</c>.</param>
/// <param name="Value">The national identifier with its prefix, or the UUID; compared as it is.</param>
public sealed record RegulatorKey(string System, string Value);

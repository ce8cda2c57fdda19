namespace Sas.Interop.MockVendors;

/// <summary>One request that a mocked vendor got.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Method">Method.</param>
/// <param name="Url">Path and query below the vendor's own prefix.</param>
/// <param name="Stub">The stub that answers, or null when none does.</param>
/// <param name="Fault">The fault that was switched on.</param>
/// <param name="At">When it came.</param>
internal sealed record MockRequest(string Vendor, string Method, string Url, string? Stub, MockFault Fault, DateTimeOffset At);

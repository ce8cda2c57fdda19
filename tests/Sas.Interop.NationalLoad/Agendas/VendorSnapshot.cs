using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>What one vendor says of one owner.</summary>
internal sealed record VendorSnapshot(string Vendor, Snapshot Snapshot);

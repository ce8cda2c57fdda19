namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>One account at one vendor.</summary>
internal readonly record struct DeliveryKey(string RegulatorId, string VendorId);

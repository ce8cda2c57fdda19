namespace Sas.Interop.Contracts.Adapters;

/// <summary>
/// One vendor's adapter, alive as long as the vendor's configuration does not change. What it can do is told by the other interfaces that it implements:
/// <see cref="ISlotSource"/>, <see cref="ISlotPushParser"/>, <see cref="IBookingGateway"/>, <see cref="IRegulatorDirectory"/>, <see cref="ICareRequestDesk"/>.
/// </summary>
public interface IVendorAdapter : IAsyncDisposable
{
    /// <summary>The dialect, as named in <c>adapters.json</c>.</summary>
    string Dialect { get; }
}

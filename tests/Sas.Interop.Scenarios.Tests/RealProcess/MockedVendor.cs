using Sas.Interop.MockVendors;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>One mocked vendor behind its own port, which it keeps while it is killed and started again.</summary>
internal sealed class MockedVendor : IAsyncDisposable
{
    private MockVendorServer _server;
    private bool _up = true;

    private MockedVendor(string id, string dialect, MockVendorServer server)
    {
        Id = id;
        Dialect = dialect;
        _server = server;
        Address = server.BaseAddress;
    }

    public string Id { get; }

    public string Dialect { get; }

    public Uri Address { get; }

    public static async Task<MockedVendor> StartAsync(string id, string dialect, string folder) =>
        new(id, dialect, await ServeAsync(folder, 0));

    public void Suffer(MockFault fault) => _server.Faults.Set(MockVendorOptions.RootName, fault);

    /// <summary>Ends the server: connections are refused from now on.</summary>
    public async Task KillAsync()
    {
        await _server.DisposeAsync();
        _up = false;
    }

    /// <summary>Serves a folder in the place of the one before.</summary>
    public async Task ServeAsync(string folder)
    {
        if (_up)
        {
            await KillAsync();
        }

        _server = await ServeAsync(folder, Address.Port);
        _up = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_up)
        {
            await KillAsync();
        }
    }

    private static Task<MockVendorServer> ServeAsync(string folder, int port) =>
        MockVendorServer.StartAsync(new MockVendorOptions([new MockVendor(MockVendorOptions.RootName, [folder])], port), CancellationToken.None);
}

namespace Sas.Interop.Scenarios.Tests.CareRequests;

/// <summary>One hub for the tests of this folder. It starts with the first test that asks for it.</summary>
[SetUpFixture]
internal sealed class CareRequestsFixture
{
    private static readonly Lazy<Task<CareHub>> Shared = new(static () => CareHub.StartAsync());

    public static Task<CareHub> HubAsync() => Shared.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }
}

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>One hub for the tests of this folder. It starts with the first test that asks for it.</summary>
[SetUpFixture]
internal sealed class AccessFixture
{
    private static readonly Lazy<Task<AccessHub>> Shared = new(AccessHub.StartAsync);

    public static Task<AccessHub> HubAsync() => Shared.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }
}

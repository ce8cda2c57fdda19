namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>One hub for the tests of this folder, each of which uses accounts of its own. It starts with the first test that asks for it.</summary>
[SetUpFixture]
internal sealed class RegulatorsFixture
{
    private static readonly Lazy<Task<RegulatorHub>> Shared = new(static () => RegulatorHub.StartAsync());

    public static Task<RegulatorHub> HubAsync() => Shared.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }
}

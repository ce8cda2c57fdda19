using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Appointments;

/// <summary>One hub for the tests of this folder, each of which writes appointments of its own. It starts with the first test that asks for it.</summary>
[SetUpFixture]
internal sealed class AppointmentsFixture
{
    private static readonly Lazy<Task<PushHub>> Shared = new(PushHub.StartAsync);

    public static Task<PushHub> HubAsync() => Shared.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }
}

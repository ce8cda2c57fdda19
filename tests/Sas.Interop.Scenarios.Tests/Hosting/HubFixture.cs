using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests;

/// <summary>One hub for all tests that only read. It starts with the first test that asks for it, so that a run without such tests does not pay for it.</summary>
[SetUpFixture]
internal sealed class HubFixture
{
    // A machine that runs all tests at once is slower than a vendor; what is asked for again must come back all the same.
    private static readonly HubSettings Patient = new() { Others = ["Hub:Polling:LongestRefresh=00:01:00"] };
    private static readonly Lazy<Task<RunningHub>> Shared = new(static () => RunningHub.StartAsync(Patient));

    public static string Root { get; } = SandboxFiles.FindRoot();

    /// <summary>The invented country that the mocked vendors play.</summary>
    public static SandboxPlan Plan { get; } = new(SandboxFiles.Vendors(Path.Combine(Root, "adapters.json")));

    public static Task<RunningHub> HubAsync() => Shared.Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }
}

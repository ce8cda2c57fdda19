using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>A server in a process of its own, seen from the client's side. It never outlives this object.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly Task _drained;

    private ServerProcess(Process process, ServerFacts facts)
    {
        _process = process;
        _drained = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Facts = facts;
    }

    public ServerFacts Facts { get; }

    public Uri Address => Facts.Address;

    /// <param name="arguments">The verb and its options.</param>
    public static async Task<ServerProcess> StartAsync(params IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        info.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        var process = Process.Start(info) ?? throw new InvalidOperationException("The server's process did not start.");
        try
        {
            return new ServerProcess(process, await ReadyAsync(process).WaitAsync(StartWithin, TimeProvider.System, CancellationToken.None));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async Task<MemoryFacts> MemoryAsync(bool collect) =>
        await _client.GetFromJsonAsync<MemoryFacts>(new Uri(Address, $"/bench/memory?collect={collect}")) ?? throw new InvalidOperationException("The server told nothing of its memory.");

    /// <summary>Runs searches inside the server's process.</summary>
    public async Task<InProcessFacts> SearchInsideAsync(IEnumerable<string> targets, TimeSpan duration)
    {
        using var content = new StringContent(string.Join('\n', targets));
        using var response = await _client.PostAsync(new Uri(Address, string.Create(CultureInfo.InvariantCulture, $"/bench/searches?seconds={duration.TotalSeconds}")), content);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<InProcessFacts>() ?? throw new InvalidOperationException("The server told nothing of its searches.");
    }

    public async Task<byte[]> GetAsync(string target)
    {
        using var response = await _client.GetAsync(new Uri(Address, target));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Text of an answer whatever its status.</summary>
    public async Task<string> PeekAsync(string target)
    {
        using var response = await _client.GetAsync(new Uri(Address, target));
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Puts bytes behind <c>/static/{name}</c>.</summary>
    public async Task HoldAsync(string name, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using var response = await _client.PutAsync(new Uri(Address, "/static/" + name), content);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(StopWithin, TimeProvider.System, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _drained;
        _process.Dispose();
    }

    private static async Task<ServerFacts> ReadyAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (line.StartsWith(ServeVerb.Ready, StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize<ServerFacts>(line[ServeVerb.Ready.Length..]) ?? throw new InvalidDataException("The server's facts cannot be read.");
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }
}

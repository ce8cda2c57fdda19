using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.TestKit;

/// <summary>
/// A real PostgreSQL of the tests' own: in a temporary folder, on this machine's loopback at a free port, without passwords. It ends with the process that started it, however that ends.
/// Ask <see cref="PostgresBinaries.WhyAbsent"/> first.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "postgres";

    // Ends the server, and removes its folder, as soon as its own input ends: also when the tests are killed.
    private const string Guardian = """
        folder=$1; shift
        "$@" </dev/null &
        server=$!
        echo "$server"
        if read -r signal; then
          kill -"$signal" "$server"; kill -CONT "$server"; wait "$server"
        else
          kill -QUIT "$server"; kill -CONT "$server"; wait "$server"; [ -z "$folder" ] || rm -rf "$folder"
        fi
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentDictionary<PostgresServer, bool> Alive = new();
    private static readonly Lazy<Task<PostgresServer>> Shared = new(static () => StartNewAsync("fsync=off"));
    private readonly string _folder;
    private readonly IReadOnlyList<string> _settings;
    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _guardian;
    private Task _drained = Task.CompletedTask;
    private int _server;
    private int _databases;

    static PostgresServer() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => EndAll();

    private PostgresServer(string folder, IReadOnlyList<string> settings)
    {
        _folder = folder;
        _settings = settings;
        Port = FreePort();
    }

    public int Port { get; }

    /// <summary>Id of the server's first process, while it runs.</summary>
    public int ProcessId => _server;

    /// <summary>What the server has told.</summary>
    public string Log => string.Join('\n', _lines);

    /// <summary>The one server of a test run, for tests that only need a database. It does not flush to disk; do not stop it.</summary>
    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>A server that its test may stop, pause and crash.</summary>
    /// <param name="settings">Server settings as <c>name=value</c>, such as <c>fsync=off</c>.</param>
    public static async Task<PostgresServer> StartNewAsync(params string[] settings)
    {
        if (PostgresBinaries.WhyAbsent is { } why)
        {
            throw new InvalidOperationException(why);
        }

        var server = new PostgresServer(TraceRoot.CreateFolder(TraceRoot.Postgres, "hub-postgres-"), settings);
        if (PostgresBinaries.Prefix().Count > 0)
        {
            await RunAsync(["chown", "postgres:postgres", server._folder]);
        }

        await RunAsync([.. PostgresBinaries.Prefix(), Program("initdb"), "-D", server.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]);
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts a server on what another one left in its folder (<see cref="TraceRoot.Postgres"/>); the folder stays.</summary>
    public static async Task<PostgresServer> OpenAsync(string folder)
    {
        var server = new PostgresServer(folder, ["fsync=off"]);
        File.Delete(Path.Combine(server.Data, "postmaster.pid"));
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it again, after a stop, at the same port and with the same data.</summary>
    public async Task StartAsync()
    {
        var info = Info(
        [
            .. PostgresBinaries.Prefix(), "/bin/sh", "-c", Guardian, "guardian", TraceRoot.FullName is null ? _folder : string.Empty, Program("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200", "-c", "shared_buffers=32MB", "-c", "lc_messages=C", "-c", "deadlock_timeout=100ms",
            .. _settings.SelectMany(static setting => new[] { "-c", setting }),
        ]);
        info.RedirectStandardInput = true;
        var guardian = Process.Start(info) ?? throw new InvalidOperationException("PostgreSQL's process did not start.");
        _guardian = guardian;
        Alive[this] = true;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server = int.Parse(await guardian.StandardOutput.ReadLineAsync() ?? "0", CultureInfo.InvariantCulture);
        _drained = DrainAsync(guardian.StandardError, ready);
        await ready.Task.WaitAsync(Patience);
    }

    /// <summary>Stops it as an operator does: sessions are cut, what was committed is on disk.</summary>
    public Task StopAsync() => EndAsync("INT");

    /// <summary>Ends it at once, without any order; the next start recovers.</summary>
    public Task CrashAsync() => EndAsync("QUIT");

    /// <summary>Lets it hang: every connection stays open, and nothing answers any more.</summary>
    public Task PauseAsync() => SignalAllAsync("STOP");

    /// <summary>Lets it go on after a pause.</summary>
    public Task ResumeAsync() => SignalAllAsync("CONT");

    /// <summary>A new and empty database.</summary>
    /// <param name="options">Options of the program <c>createdb</c>.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(params string[] options)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"hub_{Interlocked.Increment(ref _databases)}");
        await RunAsync([Program("createdb"), "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", User, "-w", .. options, name]);
        return ConnectionString(name);
    }

    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={User};Database={database}");

    /// <summary>Every row of every table of a database, as text.</summary>
    public Task<string> DumpAsync(string database) => RunAsync(
        [Program("psql"), "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", User, "-w", "-d", database],
        "SET bytea_output = escape;\nSELECT format('COPY %I.%I TO STDOUT', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') \\gexec\n");

    /// <summary>Databases that were made for tests.</summary>
    public async Task<IReadOnlyList<string>> DatabasesAsync() =>
        (await RunAsync(
            [Program("psql"), "-X", "-q", "-At", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", User, "-w", "-d", User],
            "SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY datname;\n")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public async ValueTask DisposeAsync()
    {
        if (_guardian is { } guardian)
        {
            guardian.StandardInput.Close();
            await guardian.WaitForExitAsync();
            await _drained;
            guardian.Dispose();
            _guardian = null;
        }
        else if (TraceRoot.FullName is null && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Alive.TryRemove(this, out _);
    }

    private static void EndAll()
    {
        foreach (var server in Alive.Keys)
        {
            server._guardian?.StandardInput.Close();
            server._guardian?.WaitForExit(Patience);
        }
    }

    private static async Task<string> RunAsync(IReadOnlyList<string> command, string? input = null)
    {
        var info = Info(command);
        info.RedirectStandardInput = input is not null;
        using var process = Process.Start(info) ?? throw new InvalidOperationException($"'{command[0]}' did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}: {await errors}");
        }

        return output;
    }

    private static ProcessStartInfo Info(IReadOnlyList<string> command)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
        foreach (var name in info.Environment.Keys.Where(static name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            info.Environment.Remove(name);
        }

        info.Environment["LC_ALL"] = "C";
        return info;
    }

    private static string Program(string name) => Path.Combine(PostgresBinaries.Folder ?? string.Empty, name);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string Data => Path.Combine(_folder, "data");

    private async Task DrainAsync(StreamReader errors, TaskCompletionSource ready)
    {
        using var kept = TraceRoot.Open(TraceRoot.Output, "postgres");
        while (await errors.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
            kept?.WriteLine(line);
            if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }

        ready.TrySetException(new InvalidOperationException($"PostgreSQL did not start: {Log}"));
    }

    private async Task EndAsync(string signal)
    {
        if (_guardian is not { } guardian)
        {
            return;
        }

        await guardian.StandardInput.WriteLineAsync(signal);
        await guardian.StandardInput.FlushAsync();
        await guardian.WaitForExitAsync();
        await _drained;
        guardian.Dispose();
        _guardian = null;
    }

    // Every session is a process of its own, and the child of the first one, which goes first so that none is added meanwhile.
    private async Task SignalAllAsync(string signal)
    {
        await RunAsync(["kill", "-" + signal, _server.ToString(CultureInfo.InvariantCulture)]);
        foreach (var child in Children(_server))
        {
            await RunAsync(["/bin/sh", "-c", "kill -\"$1\" \"$2\" || true", "kill", signal, child]);
        }
    }

    private static List<string> Children(int parent)
    {
        var children = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(static folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                // "id (name) state parent ...", and a name may hold anything.
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                if (stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture))
                {
                    children.Add(Path.GetFileName(folder));
                }
            }
            catch (IOException)
            {
                // It has ended since.
            }
        }

        return children;
    }
}

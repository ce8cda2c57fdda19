using System.Diagnostics;
using System.Net.Sockets;

using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>
/// Sends requests on a schedule that does not care about answers (open loop): when the server is slow, arrivals queue, and their waiting is part of their latency.
/// Without a rate it is a closed loop that measures throughput. Bounded in time, rate and connections.
/// </summary>
internal sealed class LoadDriver
{
    private readonly LoadSettings _settings;
    private readonly IReadOnlyList<byte[]> _requests;
    private readonly long[]? _schedule;
    private readonly long _start;
    private readonly long _end;
    private long _next = -1;

    private LoadDriver(LoadSettings settings, IReadOnlyList<byte[]> requests)
    {
        _settings = settings;
        _requests = requests;
        _schedule = settings.Rate is { } rate ? Schedule(rate, settings) : null;
        _start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 20);
        _end = _start + Ticks(settings.Duration);
    }

    /// <summary>Runs one load to its end. Blocks threads of its own, not the caller's.</summary>
    /// <param name="settings">How hard and how long.</param>
    /// <param name="requests">Whole requests, asked for in turn.</param>
    public static async Task<LoadResult> RunAsync(LoadSettings settings, IReadOnlyList<byte[]> requests)
    {
        settings.Checked();
        var connections = await Task.Run(() => Open(settings, requests[0]));
        var driver = new LoadDriver(settings, requests);
        var parts = await Task.WhenAll(connections.Select(driver.StartThread));
        var all = new LoadResult();
        foreach (var part in parts)
        {
            all.Merge(part);
        }

        return all;
    }

    /// <summary>Arrivals of a Poisson process, in timestamp units from the start.</summary>
    public static long[] Schedule(double rate, LoadSettings settings)
    {
        var dice = new Dice(settings.Seed).With(Subject.Arrival);
        var arrivals = new List<long>((int)(rate * settings.Duration.TotalSeconds) + 16);
        var at = 0.0;
        while (true)
        {
            at += -Math.Log(1 - dice.With(arrivals.Count).Share) / rate;
            if (at >= settings.Duration.TotalSeconds)
            {
                return [.. arrivals];
            }

            arrivals.Add((long)(at * Stopwatch.Frequency));
        }
    }

    /// <summary>
    /// Connections that are there before the load begins. Those over TLS have also asked once: the handshake, and the first look at a certificate, are what a kept connection has behind it.
    /// </summary>
    private static List<RawConnection> Open(LoadSettings settings, byte[] request)
    {
        var connections = new List<RawConnection>(settings.Connections);
        try
        {
            while (connections.Count < settings.Connections)
            {
                connections.Add(new RawConnection(settings));
                if (settings.Trust is not null)
                {
                    connections[^1].Exchange(request);
                }
            }
        }
        catch
        {
            connections.ForEach(static connection => connection.Dispose());
            throw;
        }

        return connections;
    }

    private static long Ticks(TimeSpan duration) => (long)(duration.TotalSeconds * Stopwatch.Frequency);

    private Task<LoadResult> StartThread(RawConnection connection)
    {
        var done = new TaskCompletionSource<LoadResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(Run(connection));
            }
            catch (Exception fault)
            {
                // The edge of the thread: whatever ends it is told to the one who waits.
                done.SetException(fault);
            }
        })
        {
            IsBackground = true,
            Name = "load",
        };
        thread.Start();
        return done.Task;
    }

    private LoadResult Run(RawConnection first)
    {
        var result = new LoadResult();
        var connection = first;
        try
        {
            for (var turn = Interlocked.Increment(ref _next); Intended(turn) is { } intended; turn = Interlocked.Increment(ref _next))
            {
                if (Stopwatch.GetTimestamp() > _end)
                {
                    result.Unsent++;
                    result.Latency.Record(Stopwatch.GetElapsedTime(intended, _end));
                    continue;
                }

                Pause.Until(intended);
                if (!TryExchange(connection, turn, result))
                {
                    connection.Dispose();
                    connection = new RawConnection(_settings);
                }

                result.Latency.Record(Stopwatch.GetElapsedTime(intended));
            }
        }
        finally
        {
            connection.Dispose();
        }

        result.Elapsed = Stopwatch.GetElapsedTime(_start);
        return result;
    }

    /// <summary>When a request is due; null when the load is over.</summary>
    private long? Intended(long turn)
    {
        if (_schedule is not null)
        {
            return turn < _schedule.Length ? _start + _schedule[turn] : null;
        }

        var now = Math.Max(Stopwatch.GetTimestamp(), _start);
        return now < _end ? now : null;
    }

    private bool TryExchange(RawConnection connection, long turn, LoadResult result)
    {
        try
        {
            var (status, bytes) = connection.Exchange(_requests[(int)(turn % _requests.Count)]);
            result.BodyBytes += bytes;
            result.Answered += status == 200 ? 1 : 0;
            result.Failed += status == 200 ? 0 : 1;
            return true;
        }
        catch (Exception broken) when (broken is SocketException or IOException or InvalidDataException)
        {
            result.Failed++;
            return false;
        }
    }
}

using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Accounts for the bytes of all bodies under way, so that uploads never take more memory than is set aside for them.</summary>
internal sealed class UploadMemory(IOptions<LimitsOptions> options)
{
    private readonly long _most = options.Value.UploadBytes;
    private long _taken;

    /// <summary>Bytes under way.</summary>
    public long Taken => Volatile.Read(ref _taken);

    public bool TryTake(long bytes) => TryTake(ref _taken, bytes, _most);

    public void Return(long bytes) => Interlocked.Add(ref _taken, -bytes);

    /// <summary>Adds to a sum unless it would pass its bound.</summary>
    public static bool TryTake(ref long taken, long bytes, long most)
    {
        while (true)
        {
            var before = Volatile.Read(ref taken);
            if (bytes > most - before)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref taken, before + bytes, before) == before)
            {
                return true;
            }
        }
    }
}

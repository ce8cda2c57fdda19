using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// Everything that one search needs, kept for the next one: the query, the survey, and the buffers. Second pass of a search: the head of the Bundle, the slots straight
/// into the response, then the resources that they lead to.
/// </summary>
internal sealed class SearchAnswer(SearchSurvey survey) : IDisposable
{
    private static readonly byte[] Individual = Profile(ProfileUrls.BundleIndividual);
    private static readonly byte[] Community = Profile(ProfileUrls.BundleCpts);
    private static readonly byte[] Association = Profile(ProfileUrls.BundleSos);
    private static readonly ulong Seed = (ulong)(uint)Guid.NewGuid().GetHashCode() << 32;
    private static long _bundles;
    private readonly ByteScratch _head = new();
    private readonly SlotWriter _slots = new();
    private readonly PageWriter _page = new();
    private readonly byte[] _ownerId = new byte[OwnerKey.MaxLength];
    private RunPosition _position;
    private int _left;
    private int _skip;
    private byte _opener;

    public SearchQuery Query { get; } = new();

    public SearchSurvey Survey => survey;

    /// <summary>Room for the address of the search.</summary>
    public ByteScratch SelfLink { get; } = new();

    private static ReadOnlySpan<byte> Tail => "]}"u8;

    private bool HasSlots => survey.ShowsSlots && survey.SlotBytes > 0;

    private bool HasEntries => HasSlots || survey.Includes.Length > 0;

    /// <summary>Writes the head of the Bundle into memory; the length of the answer is known then.</summary>
    /// <param name="self">Address of the search, safe inside a JSON text.</param>
    /// <param name="next">Address of the next page, or null.</param>
    /// <returns>Bytes of the whole answer.</returns>
    public long Prepare(ReadOnlySpan<byte> self, string? next)
    {
        _head.Clear();
        _head.Raw("{\"resourceType\":\"Bundle\",\"id\":\""u8);
        WriteId();
        _head.Raw("\",\"meta\":{\"profile\":[\""u8).Raw(ProfileOf(Query.Flow)).Raw("\"]},\"type\":\"searchset\",\"total\":"u8).Number(survey.Total);
        _head.Raw(",\"link\":[{\"relation\":\"self\",\"url\":\""u8).Raw(self).Raw("\"}"u8);
        if (next is not null)
        {
            _head.Raw(",{\"relation\":\"next\",\"url\":\""u8).Ascii(next).Raw("\"}"u8);
        }

        _head.Raw(HasEntries ? "],\"entry\":"u8 : "]}"u8);

        // Every entry begins with a comma, but for the first one, which begins with the bracket of the list.
        return _head.Length + (HasSlots ? survey.SlotBytes : 0) + survey.Includes.Length + (HasEntries ? Tail.Length : 0);
    }

    /// <summary>Writes the answer that was prepared.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(byte[] baseAddress, PipeWriter output, CancellationToken cancellationToken)
    {
        _page.Start(output);
        _page.Raw(_head.Written);
        if (HasSlots)
        {
            for (var i = 0; i < survey.Runs.Count; i++)
            {
                Enter(survey.Runs[i], baseAddress, i == 0);
                while (!WriteSome(survey.Runs[i]))
                {
                    await _page.FlushAsync(cancellationToken);
                }
            }
        }

        if (HasEntries)
        {
            WriteEnd();
        }

        await _page.FlushAsync(cancellationToken);
    }

    /// <summary>Lets go of the response and the index.</summary>
    public void Clear()
    {
        _page.Reset();
        survey.Clear();
    }

    public void Dispose()
    {
        _head.Dispose();
        SelfLink.Dispose();
        _slots.Dispose();
        survey.Dispose();
    }

    private void Enter(in PlaceRun run, byte[] baseAddress, bool isFirst)
    {
        _slots.Enter(baseAddress, _ownerId.AsSpan(0, OwnerId.Write(run.Owner.Owner, _ownerId)), run.Place, Query.Flow);
        _position = run.Begin;
        _left = run.Count;
        _skip = run.Skip;
        _opener = isFirst ? (byte)'[' : (byte)',';
    }

    /// <summary>Writes slots of a run until much is waiting to be flushed.</summary>
    /// <returns>Whether the run is at its end.</returns>
    private bool WriteSome(in PlaceRun run)
    {
        if (run.IsWhole)
        {
            var slots = run.Place.Slots;
            var next = _position.Next;
            while (next < run.End && !_page.NeedsFlush)
            {
                Write(slots[next++]);
            }

            _position = new RunPosition(next, 0, 0);
            return next == run.End;
        }

        var walk = new RunWalk(run, survey.Masks, Query.Filter, _position);
        while (_left > 0 && !_page.NeedsFlush && walk.MoveNext())
        {
            if (_skip > 0)
            {
                _skip--;
                continue;
            }

            Write(run.Place.Slots[walk.Current]);
            _left--;
        }

        _position = walk.Position;
        return _left == 0;
    }

    private void Write(in IndexedSlot slot)
    {
        _slots.Write(slot, _opener, _page);
        _opener = (byte)',';
    }

    private void WriteEnd()
    {
        var includes = survey.Includes.Written;
        if (!HasSlots)
        {
            _page.Raw("["u8);
            includes = includes[1..];
        }

        _page.Raw(includes);
        _page.Raw(Tail);
    }

    private static byte[] Profile(string url) => Encoding.ASCII.GetBytes(url);

    private static byte[] ProfileOf(SlotFlow flow) => flow switch
    {
        SlotFlow.Individual => Individual,
        SlotFlow.Community => Community,
        _ => Association,
    };

    // An identifier that no other answer has; its form is a UUID's, as in the official examples.
    private void WriteId()
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(id, Seed | 0x4000);
        BinaryPrimitives.WriteInt64BigEndian(id[8..], Interlocked.Increment(ref _bundles) | long.MinValue);
        new Guid(id, bigEndian: true).TryFormat(_head.Take(36), out _, "D");
    }
}

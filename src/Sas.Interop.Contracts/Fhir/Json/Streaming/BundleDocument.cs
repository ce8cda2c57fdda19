using System.Text;
using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Json.Streaming;

/// <summary>Walks the outermost object of a Bundle: members one by one, and the entries of its <c>entry</c> one by one.</summary>
internal sealed class BundleDocument
{
    private const string EntryName = "entry";
    private readonly StreamWindow _window;
    private readonly FhirReadOptions _options;
    private readonly IFhirEntryTaker? _taker;
    private readonly ReadState _state;
    private readonly JsonCursor _cursor;
    private readonly Bundle _header = ShapeOf<Bundle>.Value.Create();
    private ObjectFrame _frame;
    private Place _place = Place.Start;
    private bool _isTyped;
    private bool _entriesSeen;
    private bool _headerGiven;
    private int _count;

    public BundleDocument(StreamWindow window, FhirReadOptions options, IFhirEntryTaker? taker)
    {
        _window = window;
        _options = options;
        _taker = taker;
        _state = new ReadState(options);
        _cursor = new JsonCursor(window, _state);
    }

    private enum Place
    {
        Start,
        Members,
        Entries,
        Trailer,
        Done,
    }

    /// <summary>The next step; null after the end.</summary>
    public async ValueTask<FhirBundleItem?> NextAsync(CancellationToken cancellationToken)
    {
        while (_place != Place.Done)
        {
            var item = await StepAsync(cancellationToken);
            if (item is not null)
            {
                return item;
            }

            if (_state.IsStopped)
            {
                _place = Place.Trailer;
            }

            if (_place == Place.Trailer)
            {
                return await EndAsync(cancellationToken);
            }
        }

        return null;
    }

    private async ValueTask<FhirBundleItem?> StepAsync(CancellationToken cancellationToken)
    {
        switch (_place)
        {
            case Place.Start:
                await OpenAsync(cancellationToken);
                return null;
            case Place.Members:
                return await MemberAsync(cancellationToken);
            case Place.Entries:
                return await EntryAsync(cancellationToken);
            default:
                return null;
        }
    }

    private async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        _state.Push(nameof(Bundle));
        if (await _window.SkipMarkAsync(cancellationToken))
        {
            DocumentReader.SkipMark(Encoding.UTF8.Preamble, _state);
        }

        if (await _cursor.ExpectAsync('{', cancellationToken))
        {
            _place = Place.Members;
        }
    }

    /// <summary>Reads one member, or the start of the entries; gives the header when entries begin.</summary>
    private async ValueTask<FhirBundleItem?> MemberAsync(CancellationToken cancellationToken)
    {
        if (await _cursor.IsClosedAsync('}', cancellationToken) || _state.IsStopped)
        {
            _place = Place.Trailer;
            return null;
        }

        var name = await _cursor.NameAsync(cancellationToken);
        if (name is null || !await _cursor.ExpectAsync(':', cancellationToken))
        {
            return null;
        }

        var next = await _window.PeekAsync(cancellationToken);
        if (next == '[' && !_entriesSeen && name.AsSpan().SequenceEqual("entry"u8))
        {
            _entriesSeen = true;
            _cursor.Enter(isFirst: true);
            _place = Place.Entries;
            _window.Advance(1);
            return GiveHeader(FhirBundleItemKind.Header);
        }

        if (await _cursor.HoldAsync(cancellationToken) is { } length)
        {
            ReadMember(name, length);
        }

        return null;
    }

    private async ValueTask<FhirBundleItem?> EntryAsync(CancellationToken cancellationToken)
    {
        if (await _cursor.IsClosedAsync(']', cancellationToken))
        {
            _place = Place.Members;
            _cursor.Enter(isFirst: false);
            WarnIfNoEntries();
            return null;
        }

        if (_state.IsStopped)
        {
            return null;
        }

        if (TakeRun())
        {
            return null;
        }

        PushEntry();
        if (_count >= _options.MaxEntries)
        {
            _cursor.Stop(FhirIssueRules.Size, "The Bundle has more entries than allowed.");
        }

        if (_state.IsStopped || await _cursor.HoldAsync(cancellationToken) is not { } length)
        {
            return null;
        }

        // An entry that was cut by the end of the buffer is whole now.
        if (TakeRun())
        {
            _state.CutPath(1);
            return null;
        }

        var entry = ReadEntry(length);
        if (_state.IsStopped)
        {
            return null;
        }

        _state.CutPath(1);
        var (issues, hasErrors) = _state.TakeIssues();
        return new FhirBundleItem { Kind = FhirBundleItemKind.Entry, Index = _count++, Entry = entry, Issues = issues, HasErrors = hasErrors };
    }

    private async ValueTask<FhirBundleItem> EndAsync(CancellationToken cancellationToken)
    {
        if (!_state.IsStopped)
        {
            if (!_isTyped)
            {
                _cursor.Stop(FhirIssueRules.Type, "The resource has no 'resourceType'.");
            }
            else if (await _window.PeekAsync(cancellationToken) >= 0)
            {
                _cursor.Stop(FhirIssueRules.Json, "The text goes on after its end.");
            }
            else if (_window.IsTooLong)
            {
                _cursor.Stop(FhirIssueRules.Size, "The text is longer than allowed.");
            }
        }

        if (!_headerGiven)
        {
            return GiveHeader(FhirBundleItemKind.Header);
        }

        _place = Place.Done;
        return GiveHeader(FhirBundleItemKind.End);
    }

    private FhirBundleItem GiveHeader(FhirBundleItemKind kind)
    {
        _headerGiven = true;

        // A fault that ends the reading belongs to the end, which is given next.
        var (issues, hasErrors) = kind == FhirBundleItemKind.Header && _state.IsStopped ? ([], false) : _state.TakeIssues();
        return new FhirBundleItem { Kind = kind, Index = _count, Header = _header with { }, Issues = issues, HasErrors = hasErrors };
    }

    private void ReadMember(byte[] name, int length)
    {
        var text = _window.Unread[..length];
        var reader = _cursor.Reader(text, 1);
        if (reader.State.IsStopped)
        {
            return;
        }

        try
        {
            reader.Next();
            if (name.AsSpan().SequenceEqual("resourceType"u8) && !_isTyped)
            {
                ReadType(ref reader);
            }
            else if (_entriesSeen && name.AsSpan().SequenceEqual("entry"u8))
            {
                _state.Push(EntryName);
                reader.Error(FhirIssueRules.DuplicateElement, "The element was already given; the first is kept.");
                reader.Skip();
                _state.Pop();
            }
            else
            {
                ShapeOf<Bundle>.Value.ReadMember(ref reader, name, _header, ref _frame);
                ShapeOf<Bundle>.Value.Complete(ref reader, _header, ref _frame);
            }

            reader.Next();
        }
        catch (JsonException fault)
        {
            reader.StopAt(fault);
        }

        _window.Advance(length);
    }

    /// <summary>Offers this entry, and those that follow it in the buffer, to the taker; the window then stands behind the last one taken.</summary>
    /// <returns>Whether this entry was taken.</returns>
    private bool TakeRun()
    {
        var taken = false;
        for (var gap = 0; _taker is not null && _count < _options.MaxEntries && gap >= 0; gap = GapBeforeEntry())
        {
            var offered = _window.Unread[gap..];
            offered = offered[..Math.Min(offered.Length, _options.MaxEntryBytes)];
            var length = _taker.Take(offered, _count);
            if (length <= 0)
            {
                break;
            }

            _window.Advance(gap + length);
            _count++;
            taken = true;
        }

        return taken;
    }

    /// <summary>Bytes up to the brace of the next entry; -1 when the list ends here, or something else or nothing more is in the buffer.</summary>
    private int GapBeforeEntry()
    {
        var unread = _window.Unread;
        var comma = unread.IndexOfAnyExcept(" \t\r\n"u8);
        if (comma < 0 || unread[comma] != ',')
        {
            return -1;
        }

        var blanks = unread[(comma + 1)..].IndexOfAnyExcept(" \t\r\n"u8);
        var next = comma + 1 + blanks;
        return blanks >= 0 && unread[next] == '{' ? next : -1;
    }

    private BundleEntry? ReadEntry(int length)
    {
        var reader = _cursor.Reader(_window.Unread[..length], 2);
        if (reader.State.IsStopped)
        {
            return null;
        }

        BundleEntry? entry = null;
        try
        {
            reader.Next();
            if (reader.Token == JsonTokenType.Null)
            {
                reader.Warn(FhirIssueRules.EmptyElement, "A null is treated as absent.");
            }
            else
            {
                entry = ShapeOf<BundleEntry>.Value.Read(ref reader);
            }

            reader.Next();
        }
        catch (JsonException fault)
        {
            reader.StopAt(fault);
        }

        _window.Advance(length);
        return entry;
    }

    private void ReadType(ref FhirReader reader)
    {
        _isTyped = true;
        _frame.TypeSeen = true;
        if (reader.Token != JsonTokenType.String || !reader.Json.IsText("Bundle"u8))
        {
            reader.Stop(FhirIssueRules.Type, "The text holds another type of resource than the one due.");
        }
    }

    private void PushEntry()
    {
        _state.Push(EntryName);
        _state.SetIndex(_count);
    }

    private void WarnIfNoEntries()
    {
        if (_count == 0 && _state.Admits(FhirIssueSeverity.Warning))
        {
            PushEntry();
            _state.SetIndex(-1);
            _state.Add(
                FhirIssueSeverity.Warning, FhirIssueRules.EmptyElement, "An empty list is treated as absent.", _window.Position.Line, _window.Position.Column);
            _state.Pop();
        }
    }
}

using System.Text;
using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Json.Streaming;

/// <summary>Walks the outermost object of a Bundle: members one by one, and the entries of its <c>entry</c> one by one.</summary>
internal sealed class BundleDocument(StreamWindow window, FhirReadOptions options)
{
    private const string EntryName = "entry";
    private readonly ReadState _state = new(options);
    private readonly Bundle _header = ShapeOf<Bundle>.Value.Create();
    private ObjectFrame _frame;
    private Place _place = Place.Start;
    private bool _isTyped;
    private bool _isFirstInPlace = true;
    private bool _entriesSeen;
    private bool _headerGiven;
    private int _count;

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
        if (await window.SkipMarkAsync(cancellationToken))
        {
            DocumentReader.SkipMark(Encoding.UTF8.Preamble, _state);
        }

        if (await ExpectAsync('{', cancellationToken))
        {
            _place = Place.Members;
        }
    }

    /// <summary>Reads one member, or the start of the entries; gives the header when entries begin.</summary>
    private async ValueTask<FhirBundleItem?> MemberAsync(CancellationToken cancellationToken)
    {
        if (await IsClosedAsync('}', cancellationToken) || _state.IsStopped)
        {
            _place = Place.Trailer;
            return null;
        }

        var name = await NameAsync(cancellationToken);
        if (name is null || !await ExpectAsync(':', cancellationToken))
        {
            return null;
        }

        var next = await window.PeekAsync(cancellationToken);
        if (next == '[' && !_entriesSeen && name.AsSpan().SequenceEqual("entry"u8))
        {
            _entriesSeen = true;
            _isFirstInPlace = true;
            _place = Place.Entries;
            window.Advance(1);
            return GiveHeader(FhirBundleItemKind.Header);
        }

        if (await HoldAsync(cancellationToken) is { } length)
        {
            ReadMember(name, length);
        }

        return null;
    }

    private async ValueTask<FhirBundleItem?> EntryAsync(CancellationToken cancellationToken)
    {
        if (await IsClosedAsync(']', cancellationToken))
        {
            _place = Place.Members;
            _isFirstInPlace = false;
            WarnIfNoEntries();
            return null;
        }

        if (_state.IsStopped)
        {
            return null;
        }

        PushEntry();
        if (_count >= options.MaxEntries)
        {
            Stop(FhirIssueRules.Size, "The Bundle has more entries than allowed.");
        }

        if (_state.IsStopped || await HoldAsync(cancellationToken) is not { } length)
        {
            return null;
        }

        var entry = ReadEntry(length);
        if (_state.IsStopped)
        {
            return null;
        }

        _state.CutPath(1);
        var (issues, hasErrors) = _state.TakeIssues();
        return new FhirBundleItem(FhirBundleItemKind.Entry, _count++, null, entry, issues, hasErrors);
    }

    private async ValueTask<FhirBundleItem> EndAsync(CancellationToken cancellationToken)
    {
        if (!_state.IsStopped)
        {
            if (!_isTyped)
            {
                Stop(FhirIssueRules.Type, "The resource has no 'resourceType'.");
            }
            else if (await window.PeekAsync(cancellationToken) >= 0)
            {
                Stop(FhirIssueRules.Json, "The text goes on after its end.");
            }
            else if (window.IsTooLong)
            {
                Stop(FhirIssueRules.Size, "The text is longer than allowed.");
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
        return new FhirBundleItem(kind, _count, _header with { }, null, issues, hasErrors);
    }

    private void ReadMember(byte[] name, int length)
    {
        var text = window.Unread[..length];
        var reader = Reader(text, 1);
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

        window.Advance(length);
    }

    private BundleEntry? ReadEntry(int length)
    {
        var reader = Reader(window.Unread[..length], 2);
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

        window.Advance(length);
        return entry;
    }

    private void ReadType(ref FhirReader reader)
    {
        _isTyped = true;
        _frame.TypeSeen = true;
        if (reader.Token != JsonTokenType.String || !reader.Json.ValueTextEquals("Bundle"u8))
        {
            reader.Stop(FhirIssueRules.Type, "The text holds another type of resource than the one due.");
        }
    }

    /// <summary>A reader over a part of the text that knows its place in the whole.</summary>
    private FhirReader Reader(ReadOnlySpan<byte> text, int depth)
    {
        _state.Origin = window.Position with { Depth = depth };
        DocumentReader.IsUtf8(text, _state);
        return new FhirReader(text, _state);
    }

    /// <summary>Whether the object or list ends here; otherwise steps over the comma before its next part.</summary>
    private async ValueTask<bool> IsClosedAsync(char closing, CancellationToken cancellationToken)
    {
        var isFirst = _isFirstInPlace;
        _isFirstInPlace = false;
        var next = await window.PeekAsync(cancellationToken);
        if (next == closing)
        {
            window.Advance(1);
            return true;
        }

        if (!isFirst && await ExpectAsync(',', cancellationToken) && await window.PeekAsync(cancellationToken) == closing)
        {
            Stop(FhirIssueRules.Json, "A comma stands before the end of a list or object.");
        }

        return false;
    }

    private async ValueTask<byte[]?> NameAsync(CancellationToken cancellationToken)
    {
        if (_state.IsStopped || await window.PeekAsync(cancellationToken) != '"')
        {
            StopUnexpected(window.Unread.Length == 0);
            return null;
        }

        if (await HoldAsync(cancellationToken) is not { } length)
        {
            return null;
        }

        var name = ReadName(length);
        window.Advance(length);
        return _state.IsStopped ? null : name;
    }

    private byte[] ReadName(int length)
    {
        var reader = Reader(window.Unread[..length], 1);
        try
        {
            return reader.Next() ? MemberNames.Unescape(ref reader).ToArray() : [];
        }
        catch (JsonException fault)
        {
            reader.StopAt(fault);
            return [];
        }
    }

    private async ValueTask<bool> ExpectAsync(char sign, CancellationToken cancellationToken)
    {
        var next = await window.PeekAsync(cancellationToken);
        if (next == sign)
        {
            window.Advance(1);
            return true;
        }

        StopUnexpected(next < 0);
        return false;
    }

    private async ValueTask<int?> HoldAsync(CancellationToken cancellationToken)
    {
        var (result, length) = await window.HoldValueAsync(cancellationToken);
        switch (result)
        {
            case ScanResult.Found when length > 0:
                return length;
            case ScanResult.Found:
                StopUnexpected(isAtEnd: false);
                return null;
            case ScanResult.TooLong:
                Stop(FhirIssueRules.Size, "A part of the text, or the whole, is longer than allowed.");
                return null;
            default:
                StopUnexpected(isAtEnd: true);
                return null;
        }
    }

    private void StopUnexpected(bool isAtEnd)
    {
        if (_state.IsStopped)
        {
            return;
        }

        if (!isAtEnd)
        {
            Stop(FhirIssueRules.Json, "The text is not JSON.");
        }
        else if (window.IsTooLong)
        {
            Stop(FhirIssueRules.Size, "The text is longer than allowed.");
        }
        else
        {
            Stop(FhirIssueRules.Truncated, "The text ends before its JSON does.");
        }
    }

    private void Stop(string rule, string message) => _state.Stop(rule, message, window.Position.Line, window.Position.Column);

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
                FhirIssueSeverity.Warning, FhirIssueRules.EmptyElement, "An empty list is treated as absent.", window.Position.Line, window.Position.Column);
            _state.Pop();
        }
    }
}

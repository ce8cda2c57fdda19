using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Json.Streaming;

/// <summary>Steps over the outermost signs of a JSON text as its bytes arrive: brackets, commas, names, and where values end.</summary>
internal sealed class JsonCursor(StreamWindow window, ReadState state)
{
    private bool _isFirst = true;

    /// <summary>Tells that what comes next is the first part of an object or list, or follows one that has ended.</summary>
    public void Enter(bool isFirst) => _isFirst = isFirst;

    /// <summary>Whether the object or list ends here; otherwise steps over the comma before its next part.</summary>
    public async ValueTask<bool> IsClosedAsync(char closing, CancellationToken cancellationToken)
    {
        var isFirst = _isFirst;
        _isFirst = false;
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

    /// <summary>Reads the name of a member, without escapes; null after a fault.</summary>
    public async ValueTask<byte[]?> NameAsync(CancellationToken cancellationToken)
    {
        if (state.IsStopped || await window.PeekAsync(cancellationToken) != '"')
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
        return state.IsStopped ? null : name;
    }

    /// <summary>Steps over a sign that must come next; false after a fault.</summary>
    public async ValueTask<bool> ExpectAsync(char sign, CancellationToken cancellationToken)
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

    /// <summary>Brings the next value into the window and tells its length; null after a fault.</summary>
    public async ValueTask<int?> HoldAsync(CancellationToken cancellationToken)
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

    /// <summary>A reader over a part of the text that knows its place in the whole.</summary>
    public FhirReader Reader(ReadOnlySpan<byte> text, int depth)
    {
        state.Origin = window.Position with { Depth = depth };
        DocumentReader.IsUtf8(text, state);
        return new FhirReader(text, state);
    }

    /// <summary>Ends the reading at the current position.</summary>
    public void Stop(string rule, string message) => state.Stop(rule, message, window.Position.Line, window.Position.Column);

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

    private void StopUnexpected(bool isAtEnd)
    {
        if (state.IsStopped)
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
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>Reads a text that holds one whole resource.</summary>
internal static class DocumentReader
{
    public static FhirReadResult<T> Read<T>(ReadOnlySpan<byte> utf8, ReadState state)
        where T : Resource
    {
        state.Push(typeof(T).Name);
        var resource = ReadChecked<T>(utf8, state);
        var (issues, hasErrors) = state.TakeIssues();
        return new FhirReadResult<T>(state.IsStopped ? null : resource, issues, hasErrors);
    }

    /// <summary>Steps over a byte order mark, which some senders add.</summary>
    public static ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> utf8, ReadState state)
    {
        if (!utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            return utf8;
        }

        if (state.Admits(FhirIssueSeverity.Warning))
        {
            state.Add(FhirIssueSeverity.Warning, FhirIssueRules.Json, "The text starts with a byte order mark, which was skipped.", 1, 1);
        }

        return utf8[Encoding.UTF8.Preamble.Length..];
    }

    /// <summary>Stops the reading when the bytes are not UTF-8.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> utf8, ReadState state)
    {
        if (Utf8.IsValid(utf8))
        {
            return true;
        }

        var valid = 0;
        OperationStatus status;
        while ((status = Rune.DecodeFromUtf8(utf8[valid..], out _, out var length)) == OperationStatus.Done)
        {
            valid += length;
        }

        var position = state.Origin.After(utf8[..valid]);
        var (rule, message) = status == OperationStatus.NeedMoreData
            ? (FhirIssueRules.Truncated, "The text ends before its JSON does.")
            : (FhirIssueRules.Json, "The text is not UTF-8.");
        state.Stop(rule, message, position.Line, position.Column);
        return false;
    }

    private static T? ReadChecked<T>(ReadOnlySpan<byte> utf8, ReadState state)
        where T : Resource
    {
        if (utf8.Length > state.Options.MaxBytes)
        {
            state.Stop(FhirIssueRules.Size, "The text is longer than allowed.", 1, 1);
            return null;
        }

        utf8 = SkipMark(utf8, state);
        return IsUtf8(utf8, state) ? ReadTokens<T>(utf8, state) : null;
    }

    private static T? ReadTokens<T>(ReadOnlySpan<byte> utf8, ReadState state)
        where T : Resource
    {
        var reader = new FhirReader(utf8, state);
        try
        {
            reader.Next();
            var resource = ResourceCodec.ReadRoot<T>(ref reader);

            // One more step, since JSON after the end of the resource is a fault of the text.
            reader.Next();
            return resource;
        }
        catch (JsonException fault)
        {
            reader.StopAt(fault);
            return null;
        }
    }
}

using System.Diagnostics;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>The W3C trace context of what is being done.</summary>
internal static class TraceContext
{
    public const string ParentHeader = "traceparent";
    public const string StateHeader = "tracestate";

    // The specification asks to pass on at least as much, and lets more be dropped.
    private const int LongestState = 512;

    /// <summary>The <c>traceparent</c> that goes on with it: 55 characters; null when there is none.</summary>
    public static string? Parent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>Its <c>tracestate</c>, as it came; null when none came, or one that nobody need pass on.</summary>
    public static string? State =>
        Activity.Current?.TraceStateString is { Length: > 0 and <= LongestState } state && !state.AsSpan().ContainsAnyExceptInRange(' ', '~') ? state : null;

    /// <summary>Its trace id: 32 hexadecimal digits; null when there is none.</summary>
    public static string? TraceId => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null;
}

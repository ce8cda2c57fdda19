using Microsoft.Extensions.Primitives;

using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Preferences;

namespace Sas.Interop.Hub.Admin;

/// <summary>The starts that an operator looks at, and the time of the look.</summary>
internal readonly record struct ViewWindow(DateTimeOffset Now, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Length where <c>to</c> is left out.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(3);

    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public static (ViewWindow Window, ApiError? Error) Read(IQueryCollection query, DateTimeOffset now)
    {
        if (!TryRead(query["from"], out var first))
        {
            return (default, NoInstant("query.from"));
        }

        if (!TryRead(query["to"], out var last))
        {
            return (default, NoInstant("query.to"));
        }

        var from = first?.First ?? now;
        var to = last?.Last ?? from + Usual;
        return to < from || to - from > Longest
            ? (default, ApiError.Invalid("query.to", "Must not be before from (now, where it is left out), and at most 31 days after it."))
            : (new ViewWindow(now, from, to), null);
    }

    private static bool TryRead(StringValues value, out InstantRange? range)
    {
        range = null;
        if (value.Count == 0)
        {
            return true;
        }

        if (value.Count > 1 || !InstantRange.TryParse(value.ToString(), out var read) || read.First.Year is < 2000 or > 2150)
        {
            return false;
        }

        range = read;
        return true;
    }

    private static ApiError NoInstant(string path) =>
        ApiError.Invalid(path, "Must be given once, as a date or an instant between 2000 and 2150 such as 2026-03-02T08:00:00+01:00.");
}

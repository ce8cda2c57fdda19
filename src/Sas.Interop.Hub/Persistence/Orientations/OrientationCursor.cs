using System.Globalization;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>A place in the order of orientations: by creation, then by id.</summary>
internal readonly record struct OrientationCursor(DateTimeOffset CreatedAt, string Id)
{
    private const int Digits = 16;

    public static OrientationCursor Of(OrientationRow row) => new(row.CreatedAt, row.Id);

    public static bool TryParse(string? text, out OrientationCursor cursor)
    {
        cursor = default;
        if (text is not { Length: Digits + RowIds.Length }
            || !text.All(char.IsAsciiHexDigitLower)
            || !long.TryParse(text.AsSpan(0, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            || ticks < 0
            || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        cursor = new OrientationCursor(new DateTimeOffset(ticks, TimeSpan.Zero), text[Digits..]);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.UtcTicks:x16}{Id}");
}

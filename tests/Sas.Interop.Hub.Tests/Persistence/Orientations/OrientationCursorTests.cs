using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.Persistence.Orientations;

internal sealed class OrientationCursorTests
{
    [Test]
    public void TryParse_WrittenCursor_GivesItBack()
    {
        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddTicks(7);
        var cursor = new OrientationCursor(now, RowIds.Create(now));

        Assert.That(OrientationCursor.TryParse(cursor.ToString(), out var read), Is.True);
        Assert.That(read, Is.EqualTo(cursor));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("0")]
    [TestCase("ffffffffffffffff00000000000000000000000000000000")]
    [TestCase("08de77f0c0000000zzzz0000000000000000000000000000")]
    [TestCase("08de77f0c00000000000000000000000000000000000000' OR 1=1")]
    public void TryParse_OtherText_IsNone(string? text) => Assert.That(OrientationCursor.TryParse(text, out _), Is.False);
}

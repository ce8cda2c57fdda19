using System.Reflection;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Telemetry;

internal sealed class EventIdsTests
{
    [Test]
    public void Constants_All_AreUniqueAndInTheBlocks()
    {
        var ids = typeof(EventIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (int?)field.GetRawConstantValue()).ToList();

        Assert.That(ids, Is.Unique.And.Not.Empty);
        Assert.That(ids, Is.All.InRange(1000, 2899));
    }
}

using Serilog.Core;
using Serilog.Events;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Puts the number of the event, of <see cref="EventIds"/>, beside the message, where filters find it.</summary>
internal sealed class EventNumber : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue("EventId", out var value)
            && value is StructureValue structure
            && structure.Properties.FirstOrDefault(static property => property.Name == "Id")?.Value is ScalarValue { Value: int number })
        {
            logEvent.AddPropertyIfAbsent(new LogEventProperty("EventNumber", new ScalarValue(number)));
        }
    }
}

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Write;

namespace Sas.Interop.Hub.Booking;

/// <summary><c>POST /fhir/Appointment/$hold</c> and <c>$book</c>.</summary>
internal sealed class BookingEndpoint(WriteDoor door, IdempotentWrites writes, BookingReception reception, BaseAddress baseAddress, ILogger<BookingEndpoint> logger)
{
    public const string HoldName = "hold";
    public const string BookName = "book";

    public Task HoldAsync(HttpContext context) => ReceiveAsync(context, HoldName);

    public Task BookAsync(HttpContext context) => ReceiveAsync(context, BookName);

    private Task ReceiveAsync(HttpContext context, string operation) => door.ReceiveAsync<Parameters>(context, async written =>
    {
        var faults = new List<WriteFault>();
        if (BookingInput.Read(written.Resource, faults) is not { } question)
        {
            return WriteRefusal.Of(faults);
        }

        if (operation == HoldName && question.OrientationId is not null)
        {
            return WriteRefusal.Of(HubErrorCode.RequestInvalid, $"'{BookingInput.Orientation}' is an input of $book alone.");
        }

        var root = baseAddress.Of(context.Request)[..^BaseAddress.Path.Length];
        return await writes.RunAsync(context, operation, written.Utf8, async ticket =>
        {
            var answer = await reception.ReceiveAsync(question, ticket, operation == BookName, root);
            logger.BookingEnded(operation, TextOf(answer, "vendor"), answer.Status, TextOf(answer, BookingInput.Orientation));
            return answer;
        });
    });

    private static string? TextOf(WriteAnswer answer, string name) =>
        (answer.Body as Parameters)?.Parameter?.FirstOrDefault(parameter => parameter.Name == name)?.Value?.As<string>();
}

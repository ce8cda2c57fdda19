using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>A pull that the test answers when it likes.</summary>
internal sealed class OpenPull(PullRequest request)
{
    private readonly TaskCompletionSource<Func<PullTarget, Outcome<Snapshot>>> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PullRequest Request => request;

    public IEnumerable<OwnerKey> Owners => request.Targets.Select(static target => target.Owner);

    public Task<Func<PullTarget, Outcome<Snapshot>>> Reply => _reply.Task;

    /// <summary>Every target has so many free slots.</summary>
    public void Answer(int slots) => _reply.TrySetResult(target => SnapshotOf(target, slots));

    public void Fail(HubErrorCode code, TimeSpan? retryAfter = null) => _reply.TrySetResult(_ => new HubError(code, "Made by a test.", retryAfter));

    public void Throw(Exception fault) => _reply.TrySetException(fault);

    private Snapshot SnapshotOf(PullTarget target, int slots) => new()
    {
        Coverage = new Coverage(target.Owner, null, request.Window, true),
        Schedules = [new ScheduleSlots(
            new PlaceDetails { Key = "p1", PostalCode = "75001" },
            [.. Enumerable.Range(0, slots).Select(SlotAt)])],
    };

    private OfferedSlot SlotAt(int index)
    {
        var start = request.Window.From.AddHours(24).AddMinutes(15 * index);
        return new OfferedSlot(start, start.AddMinutes(15), new SlotKind { Types = SlotTypes.Public, Consultations = ConsultationTypes.Ambulatory }, null, false);
    }
}

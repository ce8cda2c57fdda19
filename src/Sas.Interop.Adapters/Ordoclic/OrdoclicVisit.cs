using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>One target whose profile is known.</summary>
/// <param name="Target">The target.</param>
/// <param name="Profile">Its profile.</param>
/// <param name="Window">The starts asked for.</param>
/// <param name="Zone">Zone of the place.</param>
internal sealed record OrdoclicVisit(PullTarget Target, OrdoclicProfile Profile, TimeWindow Window, TimeZoneInfo Zone)
{
    /// <summary>The slot calls to make, one list a professional. Reasons that cannot be booked online by a new patient are not asked about.</summary>
    public IEnumerable<IReadOnlyList<OrdoclicQuestion>> ToQuestions(IReadOnlyList<OrdoclicReason> reasons, OrdoclicOptions options)
    {
        var page = Profile.Slug is { } slug ? OrdoclicMapper.BookingPage(options.BookingPage, slug) : Target.BookingUrl;
        var named = Target.Key("professional") is not null;
        var asked = new List<(string Id, OrdoclicReason Reason, SlotKind Kind)>();
        foreach (var reason in reasons)
        {
            if (reason.Id is { } id && OrdoclicMapper.IsOpen(reason))
            {
                asked.Add((id, reason, OrdoclicMapper.ToKind(reason, Target.DefaultTypes, page)));
            }
        }

        foreach (var professional in Profile.Professionals)
        {
            var questions = new List<OrdoclicQuestion>();
            foreach (var (id, reason, kind) in asked.Where(item => OrdoclicMapper.Concerns(item.Reason, professional)))
            {
                var length = OrdoclicMapper.Length(reason);
                questions.Add(new OrdoclicQuestion(OrdoclicMapper.ToQuery(Profile.EntityId, professional, id, (Window, Zone)), kind, Zone)
                {
                    Length = length ?? TimeSpan.FromMinutes(options.SlotMinutes),
                    Agenda = length is null ? professional : null,
                    OwnersOnly = named,
                });
            }

            yield return questions;
        }
    }
}

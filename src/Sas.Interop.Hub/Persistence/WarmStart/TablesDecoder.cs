using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>The tables of one block, as read.</summary>
internal sealed class TablesDecoder
{
    private const SlotTypes AllTypes = SlotTypes.Public | SlotTypes.Professional | SlotTypes.Snp | SlotTypes.Cpts;
    private const ConsultationTypes AllConsultations = ConsultationTypes.Ambulatory | ConsultationTypes.Home | ConsultationTypes.Virtual;
    private static readonly TimeSpan LongestBelief = TimeSpan.FromDays(366);
    private readonly string[] _texts;
    private readonly SavedVendor[] _vendors;
    private readonly SlotKind[] _kinds;

    public TablesDecoder(ref PayloadReader from)
    {
        _texts = new string[from.Count(bytesEach: 1)];
        for (var i = 0; i < _texts.Length; i++)
        {
            _texts[i] = from.Text();
        }

        _vendors = new SavedVendor[from.Count(bytesEach: 5)];
        for (var i = 0; i < _vendors.Length; i++)
        {
            _vendors[i] = new SavedVendor(
                Text(ref from), Text(ref from), from.Span(LongestBelief), from.Span(LongestBelief), from.Span(LongestBelief));
        }

        _kinds = new SlotKind[from.Count(bytesEach: 6)];
        for (var i = 0; i < _kinds.Length; i++)
        {
            _kinds[i] = ReadKind(ref from);
        }
    }

    public string? TextOrNull(ref PayloadReader from) => from.Index(_texts.Length + 1) is > 0 and var number ? _texts[number - 1] : null;

    public string Text(ref PayloadReader from)
    {
        var text = TextOrNull(ref from);
        if (text is null)
        {
            from.Fail();
        }

        return text ?? string.Empty;
    }

    public SavedVendor Vendor(ref PayloadReader from) => Of(_vendors, ref from) ?? new SavedVendor("", "", default, default, default);

    public SlotKind Kind(ref PayloadReader from) => Of(_kinds, ref from) ?? new SlotKind();

    private static T? Of<T>(T[] table, ref PayloadReader from)
        where T : class
    {
        var number = from.Index(table.Length);
        return from.Failed ? null : table[number];
    }

    private SlotKind ReadKind(ref PayloadReader from)
    {
        var (types, consultations, mode) = ((SlotTypes)from.Byte(), (ConsultationTypes)from.Byte(), (BookingMode)from.Byte());
        if ((types & ~AllTypes) != 0 || (consultations & ~AllConsultations) != 0 || mode > BookingMode.WalkIn)
        {
            from.Fail();
        }

        var reasons = new string[from.Count(bytesEach: 1)];
        for (var i = 0; i < reasons.Length; i++)
        {
            reasons[i] = Text(ref from);
        }

        var specialties = new Specialty[from.Count(bytesEach: 2)];
        for (var i = 0; i < specialties.Length; i++)
        {
            specialties[i] = new Specialty(TextOrNull(ref from), TextOrNull(ref from));
        }

        var communities = new Cpts[from.Count(bytesEach: 3)];
        for (var i = 0; i < communities.Length; i++)
        {
            communities[i] = new Cpts(Text(ref from), TextOrNull(ref from), TextOrNull(ref from));
        }

        return new SlotKind
        {
            Types = types,
            Consultations = consultations,
            Mode = mode,
            Reasons = reasons,
            Specialties = specialties,
            Communities = communities,
        };
    }
}

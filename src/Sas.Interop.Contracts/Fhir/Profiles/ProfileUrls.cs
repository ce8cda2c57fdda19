namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Canonical URLs of the national profiles, as emitted (CONTRACT §5.1). Two families live side by side (D23).</summary>
public static class ProfileUrls
{
    /// <summary>Family of INT_R01, the shared profiles and the appointment.</summary>
    public const string SasBase = "http://sas.fr/fhir/StructureDefinition/";

    /// <summary>Family of the CPTS and SOS profiles and of the regulator.</summary>
    public const string GuideBase = "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/";

    /// <summary>Family of the French parents; seen on the appointment too (D22).</summary>
    public const string FrenchParentBase = "http://interopsante.org/fhir/StructureDefinition/";

    /// <summary>Slot of INT_R01.</summary>
    public const string SlotIndividual = SasBase + "FrSlotAgregateur";

    /// <summary>Slot of INT_R04.</summary>
    public const string SlotCpts = GuideBase + "sas-cpts-slot-aggregator";

    /// <summary>Slot of an SOS Médecins search.</summary>
    public const string SlotSos = GuideBase + "sas-sos-slot-aggregator";

    /// <summary>Schedule of INT_R01 and INT_R04.</summary>
    public const string Schedule = SasBase + "FrScheduleAgregateur";

    /// <summary>Schedule of an SOS Médecins search.</summary>
    public const string ScheduleSos = GuideBase + "sas-sos-schedule-aggregator";

    /// <summary>Practitioner of INT_R01 and INT_R04.</summary>
    public const string Practitioner = SasBase + "FrPractitionerAgregateur";

    /// <summary>PractitionerRole of INT_R01 and INT_R04.</summary>
    public const string PractitionerRole = SasBase + "FrPractitionerRoleExerciceAgregateur";

    /// <summary>Contained Location of INT_R01 and INT_R04.</summary>
    public const string Location = SasBase + "FrLocationAgregateur";

    /// <summary>Location of an SOS Médecins search.</summary>
    public const string LocationSos = GuideBase + "sas-sos-location-aggregator";

    /// <summary>HealthcareService of INT_R04.</summary>
    public const string HealthcareServiceCpts = GuideBase + "sas-cpts-healthcareservice-aggregator";

    /// <summary>Organization of INT_R04 (D21).</summary>
    public const string OrganizationCpts = GuideBase + "sas-cpts-organization-aggregator";

    /// <summary>Organization of an SOS Médecins search.</summary>
    public const string OrganizationSos = GuideBase + "sas-sos-organization-aggregator";

    /// <summary>Body of INT_R02.</summary>
    public const string PractitionerRegulator = GuideBase + "FrPractitionerRegul";

    /// <summary>Body of INT_R03 for practitioners and CPTS (D22).</summary>
    public const string Appointment = SasBase + "FrAppointmentSAS";

    /// <summary>Body of INT_R03 for SOS Médecins.</summary>
    public const string AppointmentSos = GuideBase + "sas-sos-appointment";

    /// <summary>Answer of INT_R01.</summary>
    public const string BundleIndividual = SasBase + "BundleAgregateur";

    /// <summary>Answer of INT_R04.</summary>
    public const string BundleCpts = GuideBase + "sas-cpts-bundle-aggregator";

    /// <summary>Answer of an SOS Médecins search.</summary>
    public const string BundleSos = GuideBase + "sas-sos-bundle-aggregator";

    /// <summary>Whether a canonical URL names a profile: equal, or the same last segment under another family (D22, D23). A <c>|version</c> is ignored.</summary>
    /// <param name="canonical">What was received; null never matches.</param>
    /// <param name="profile">One of the constants of this class.</param>
    /// <returns>Whether both name the same profile.</returns>
    public static bool Matches(string? canonical, string profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return canonical is not null && Segment(canonical) is { Length: > 0 } segment && segment.SequenceEqual(Segment(profile));
    }

    /// <summary>The last segment of a canonical URL of one of the three families, without version; empty for any other URL.</summary>
    private static ReadOnlySpan<char> Segment(ReadOnlySpan<char> canonical)
    {
        var version = canonical.IndexOf('|');
        var url = version < 0 ? canonical : canonical[..version];
        foreach (var family in (ReadOnlySpan<string>)[SasBase, GuideBase, FrenchParentBase])
        {
            if (url.StartsWith(family, StringComparison.Ordinal))
            {
                return url[family.Length..];
            }
        }

        return [];
    }
}

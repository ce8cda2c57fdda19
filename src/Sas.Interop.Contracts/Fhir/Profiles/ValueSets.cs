namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Canonical URLs of the value sets of the contract (CONTRACT §6.4).</summary>
public static class ValueSets
{
    /// <summary>Slot types of INT_R01 (D16).</summary>
    public const string SlotTypesIndividual = "https://mos.esante.gouv.fr/NOS/JDV_J165-TypeCreneau-SAS/FHIR/JDV-J165-TypeCreneau-SAS";

    /// <summary>Slot types of INT_R04.</summary>
    public const string SlotTypesCpts = GuideBase + "sas-cpts-valueset-typecreneau";

    /// <summary>Slot types of SOS Médecins (D15).</summary>
    public const string SlotTypesSos = GuideBase + "sas-sos-valueset-typecreneau";

    /// <summary>ROUTINE, WALKIN.</summary>
    public const string AppointmentTypes = GuideBase + "sas-valueset-appointmentreason";

    /// <summary>604.</summary>
    public const string EstablishmentCategories = GuideBase + "sas-valueset-categorieetablissement";

    /// <summary>AMB, HH, VR.</summary>
    public const string ConsultationTypes = GuideBase + "sas-valueset-typeconsultation";

    /// <summary>IDNPS, INTRN.</summary>
    public const string IdentifierTypes = GuideBase + "sas-valueset-typeidentifiant";

    /// <summary>accepted, needs-action (guide 1.1.0).</summary>
    public const string ParticipantStatus = GuideBase + "sas-sos-valueset-participant-status";

    /// <summary>The same, renamed in guide 1.2.0 (D30).</summary>
    public const string ParticipantStatusShared = GuideBase + "sas-valueset-participant-status";

    /// <summary>Orientation categories (D32).</summary>
    public const string OrientationCategories = GuideBase + "categorie-orientation-sas-valueset";

    private const string GuideBase = "https://interop.esante.gouv.fr/ig/fhir/sas/ValueSet/";
}

using System.Collections.Frozen;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Validation.Types;

/// <summary>The types of base R4 that the model has, read from its shapes, and the names of all resource types of R4.</summary>
internal static class BaseTypes
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, TypeElement>> ByName = ShapeCatalog.Outlines.ToFrozenDictionary(
        static outline => outline.Type,
        static outline => outline.Elements.ToFrozenDictionary(
            static element => element.Member,
            static element => new TypeElement(element.Element, element.Type, element.IsList)));

    private static readonly FrozenSet<string> Primitives = FrozenSet.Create(
        "base64Binary", "boolean", "canonical", "code", "date", "dateTime", "decimal", "id", "instant", "integer", "markdown", "oid", "positiveInt", "string",
        "time", "unsignedInt", "uri", "url", "uuid", "xhtml");

    private static readonly FrozenSet<string> ResourceNames = (
        "Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse AuditEvent Basic Binary BiologicallyDerivedProduct BodyStructure "
        + "Bundle CapabilityStatement CarePlan CareTeam CatalogEntry ChargeItem ChargeItemDefinition Claim ClaimResponse ClinicalImpression CodeSystem Communication "
        + "CommunicationRequest CompartmentDefinition Composition ConceptMap Condition Consent Contract Coverage CoverageEligibilityRequest "
        + "CoverageEligibilityResponse DetectedIssue Device DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement DiagnosticReport DocumentManifest "
        + "DocumentReference EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest EnrollmentResponse EpisodeOfCare EventDefinition Evidence EvidenceVariable "
        + "ExampleScenario ExplanationOfBenefit FamilyMemberHistory Flag Goal GraphDefinition Group GuidanceResponse HealthcareService ImagingStudy Immunization "
        + "ImmunizationEvaluation ImmunizationRecommendation ImplementationGuide InsurancePlan Invoice Library Linkage List Location Measure MeasureReport Media "
        + "Medication MedicationAdministration MedicationDispense MedicationKnowledge MedicationRequest MedicationStatement MedicinalProduct "
        + "MedicinalProductAuthorization MedicinalProductContraindication MedicinalProductIndication MedicinalProductIngredient MedicinalProductInteraction "
        + "MedicinalProductManufactured MedicinalProductPackaged MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition MessageHeader "
        + "MolecularSequence NamingSystem NutritionOrder Observation ObservationDefinition OperationDefinition OperationOutcome Organization OrganizationAffiliation "
        + "Parameters Patient PaymentNotice PaymentReconciliation Person PlanDefinition Practitioner PractitionerRole Procedure Provenance Questionnaire "
        + "QuestionnaireResponse RelatedPerson RequestGroup ResearchDefinition ResearchElementDefinition ResearchStudy ResearchSubject RiskAssessment "
        + "RiskEvidenceSynthesis Schedule SearchParameter ServiceRequest Slot Specimen SpecimenDefinition StructureDefinition StructureMap Subscription Substance "
        + "SubstanceNucleicAcid SubstancePolymer SubstanceProtein SubstanceReferenceInformation SubstanceSourceMaterial SubstanceSpecification SupplyDelivery "
        + "SupplyRequest Task TerminologyCapabilities TestReport TestScript ValueSet VerificationResult VisionPrescription").Split(' ').ToFrozenSet();

    /// <summary>The members of a type by JSON name; null for a type that is not modelled.</summary>
    public static FrozenDictionary<string, TypeElement>? Find(string type) => ByName.GetValueOrDefault(type);

    public static bool IsPrimitive(string type) => Primitives.Contains(type);

    /// <summary>Whether R4 has a resource of this type, modelled or not.</summary>
    public static bool IsResource(string type) => ResourceNames.Contains(type);
}

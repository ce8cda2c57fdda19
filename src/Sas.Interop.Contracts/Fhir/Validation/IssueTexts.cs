using System.Collections.Frozen;
using static Sas.Interop.Contracts.Fhir.Validation.IssueKind;
using static Sas.Interop.Contracts.Fhir.Validation.ValidationSeverity;

namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>The one table of sentences.</summary>
internal static class IssueTexts
{
    public static FrozenDictionary<IssueKind, IssueText> All { get; } = new Dictionary<IssueKind, IssueText>
    {
        [JsonSyntax] = new(Fatal, "structure", "The text is not JSON: see line {0}, byte {1}.", "Le texte n’est pas du JSON : voir la ligne {0}, octet {1}."),
        [TooLarge] = new(Fatal, "too-long", "The resource is longer than {0} bytes.", "La ressource dépasse {0} octets."),
        [TooDeep] = new(Fatal, "too-costly", "The nesting is deeper than {0} levels.", "L’imbrication dépasse {0} niveaux."),
        [TooManyNodes] = new(Fatal, "too-costly", "The resource has more than {0} values.", "La ressource compte plus de {0} valeurs."),
        [NotAnObject] = new(Fatal, "structure", "A resource is a JSON object, and this is none.", "Une ressource est un objet JSON, ce qui n’est pas le cas ici."),
        [ResourceTypeMissing] = new(Error, "structure", "The element resourceType is missing or is not a text.", "L’élément resourceType est absent ou n’est pas un texte."),
        [ResourceTypeUnknown] = new(Error, "structure", "This is not a resource type of R4.", "Ce n’est pas un type de ressource R4."),
        [ResourceTypeNotModelled] = new(Information, "not-supported", "This type of resource is not used here; only the general rules of JSON were checked.", "Ce type de ressource n’est pas utilisé ici ; seules les règles générales du JSON ont été vérifiées."),
        [ResourceTypeMismatch] = new(Error, "invalid", "A resource of type {0} is due here.", "Une ressource de type {0} est attendue ici."),
        [DuplicateMember] = new(Error, "structure", "The element {0} is given twice in one object.", "L’élément {0} est donné deux fois dans le même objet."),
        [EmptyValue] = new(Error, "structure", "The element {0} is empty: an element has a value or children, otherwise it is left out.", "L’élément {0} est vide : un élément a une valeur ou des enfants, sinon il est omis."),
        [BrokenText] = new(Error, "value", "The text of {0} holds a character that R4 does not allow.", "Le texte de {0} contient un caractère que R4 n’admet pas."),
        [UnknownElement] = new(Error, "structure", "The type {0} has no such element.", "Le type {0} n’a pas cet élément."),
        [ListExpected] = new(Error, "structure", "The element {0} is a list in JSON, even with one item.", "L’élément {0} est une liste en JSON, même avec un seul membre."),
        [SingleExpected] = new(Error, "structure", "The element {0} is not a list in JSON.", "L’élément {0} n’est pas une liste en JSON."),
        [WrongJsonType] = new(Error, "structure", "The JSON value of {0} has not the form of the type {1}.", "La valeur JSON de {0} n’a pas la forme du type {1}."),
        [SeveralChoiceTypes] = new(Error, "structure", "The element {0} is given in several types.", "L’élément {0} est donné sous plusieurs types."),
        [PrimitiveFormat] = new(Error, "value", "The value does not follow the grammar of the type {0}.", "La valeur ne suit pas la grammaire du type {0}."),
        [Missing] = new(Error, "required", "The element {0} must occur at least {1} time(s); found: {2}.", "L’élément {0} doit être présent au moins {1} fois ; trouvé : {2}."),
        [TooMany] = new(Error, "structure", "The element {0} may occur at most {1} time(s); found: {2}.", "L’élément {0} peut être présent au plus {1} fois ; trouvé : {2}."),
        [Forbidden] = new(Error, "structure", "The profile forbids the element {0} here.", "Le profil interdit ici l’élément {0}."),
        [SliceMissing] = new(Error, "required", "The slice {1} of {0} must have at least {2} member(s); found: {3}.", "La tranche {1} de {0} doit compter au moins {2} membre(s) ; trouvé : {3}."),
        [SliceTooMany] = new(Error, "structure", "The slice {1} of {0} may have at most {2} member(s); found: {3}.", "La tranche {1} de {0} peut compter au plus {2} membre(s) ; trouvé : {3}."),
        [SliceUnmatched] = new(Error, "structure", "This {0} is in none of the slices, and no other is allowed.", "Ce {0} n’appartient à aucune des tranches, et aucune autre n’est admise."),
        [SliceOutOfOrder] = new(Error, "structure", "This {0} is in none of the slices; such ones stand after all those that are.", "Ce {0} n’appartient à aucune tranche ; il doit suivre tous ceux qui appartiennent à une tranche."),
        [SliceUndetermined] = new(Information, "not-supported", "What belongs to the slice {1} of {0} cannot be told from the known definitions; it was not judged.", "Les définitions connues ne permettent pas de dire ce qui appartient à la tranche {1} de {0} ; elle n’a pas été jugée."),
        [FixedValue] = new(Error, "value", "The value of {0} is not the one that the profile fixes.", "La valeur de {0} n’est pas celle que le profil fixe."),
        [PatternValue] = new(Error, "value", "The element {0} lacks what the pattern of the profile demands.", "Il manque à l’élément {0} ce que le motif du profil exige."),
        [TypeNotAllowed] = new(Error, "structure", "The element {0} must be of type {1}.", "L’élément {0} doit être de type {1}."),
        [MaxLength] = new(Error, "too-long", "The text of {0} is longer than {1} characters.", "Le texte de {0} dépasse {1} caractères."),
        [BindingRequired] = new(Error, "code-invalid", "The code of {0} is not in the value set that is required: {1}.", "Le code de {0} n’est pas dans le jeu de valeurs exigé : {1}."),
        [BindingExtensible] = new(Warning, "code-invalid", "The code of {0} is not in the extensible value set; this is right only if none of its codes fits: {1}.", "Le code de {0} n’est pas dans le jeu de valeurs extensible ; ce n’est juste que si aucun de ses codes ne convient : {1}."),
        [BindingUnresolved] = new(Information, "not-found", "The value set is not known here, and its binding was not judged: {0}.", "Le jeu de valeurs n’est pas connu ici, et son association n’a pas été jugée : {0}."),
        [ProfileUnknown] = new(Warning, "not-found", "The profile that is claimed here is not known; it was not judged.", "Le profil déclaré ici n’est pas connu ; il n’a pas été jugé."),
        [ProfileUnresolved] = new(Information, "not-found", "A profile that the definitions name is not known here and was not judged: {0}.", "Un profil que nomment les définitions n’est pas connu ici et n’a pas été jugé : {0}."),
        [ProfileTypeMismatch] = new(Error, "invalid", "The profile {0} is one for the type {1}.", "Le profil {0} porte sur le type {1}."),
        [NoProfileFits] = new(Error, "structure", "The element {0} fits none of the allowed profiles.", "L’élément {0} ne respecte aucun des profils admis."),
        [ExtensionUnknown] = new(Information, "not-found", "The definition of this extension is not known here; it was not judged.", "La définition de cette extension n’est pas connue ici ; elle n’a pas été jugée."),
        [ReferenceType] = new(Error, "structure", "The reference {0} must lead to one of: {1}.", "La référence {0} doit mener à l’un de : {1}."),
        [ReferenceProfile] = new(Error, "structure", "What the reference {0} leads to fits none of the allowed profiles.", "Ce à quoi mène la référence {0} ne respecte aucun des profils admis."),
        [ReferenceAggregation] = new(Error, "structure", "The reference {0} must be one of: {1}.", "La référence {0} doit être l’une de : {1}."),
        [ReferenceUnresolved] = new(Warning, "not-found", "The reference {0} leads to none of the entries of this answer.", "La référence {0} ne mène à aucune des entrées de cette réponse."),
        [Invariant] = new(Error, "invariant", "The rule {0} is not met: {1}.", "La règle {0} n’est pas respectée ; texte de la règle : {1}."),
        [InvariantNotEvaluated] = new(Information, "not-supported", "The rule {0} could not be evaluated and was not judged.", "La règle {0} n’a pas pu être évaluée et n’a pas été jugée."),
        [TooEntangled] = new(Information, "too-costly", "The profiles lead into each other too deeply here; what lies further was not judged.", "Les profils se renvoient ici trop profondément les uns aux autres ; la suite n’a pas été jugée."),
        [EmptyAnswer] = new(Information, "informational", "The answer is empty (total 0): the minimum numbers of entries of the profile were not applied.", "La réponse est vide (total 0) : les nombres minimaux d’entrées du profil n’ont pas été appliqués."),
        [More] = new(Information, "incomplete", "More issues were found; only {0} are listed.", "D’autres anomalies ont été trouvées ; seules {0} sont listées."),
    }.ToFrozenDictionary();
}

namespace Sas.Interop.NationalLoad.Population;

/// <summary>Invented names, streets and towns.</summary>
internal static class Names
{
    public static readonly string[] Families =
    [
        "AUBRAC", "BELLEROSE", "CASTAGNE", "DELORME", "ESCOFFIER", "FONTENAY", "GARRIGUE", "HAUTBOIS", "ISNARD", "JOLICŒUR", "KERMADEC", "LÉGLISE", "MALARTIC", "NÉRAC", "ORCIVAL",
        "PÉRIGNAC", "QUEYRAS", "ROCHEBRUNE", "SAINT-YVES", "TOURNEMIRE", "URSULET", "VALMONDOIS", "WIMEREUX", "YTRAC", "ZICAVO", "BEAUSÉJOUR", "CHANTELOUP", "D'ARTENSET",
    ];

    public static readonly string[] Givens =
    [
        "Aimée", "Basile", "Céleste", "Dorian", "Élodie", "Fabien", "Garance", "Honoré", "Irène", "Joachim", "Katell", "Léonie", "Maxence", "Noémie", "Octave", "Philomène",
        "Quentin", "Rosalie", "Siméon", "Thaïs", "Ulysse", "Violette", "Wandrille", "Yseult", "Zélie",
    ];

    public static readonly string[] Streets =
    [
        "rue des Essais", "avenue du Modèle", "place de l'Exemple", "rue du Moulin à Vent", "impasse des Acacias", "boulevard des Deux Rives", "chemin de la Source", "quai des Bateliers",
        "rue de l'Ancienne École", "allée des Platanes", "cours de la Fontaine", "sentier du Belvédère",
    ];

    private static readonly string[] TownHeads = ["Valmont", "Bourgneuf", "Saint-Exemple", "Roquebelle", "Fontclaire", "Montperdu", "Villefeinte", "Clairmarais", "Hauterive", "Beauval"];

    private static readonly string[] TownTails = ["-les-Prés", "-sur-Aure", "-le-Vieux", "-en-Plaine", "-la-Forêt", "-sous-Bois", "-les-Bains", "-du-Lac", string.Empty];

    // General practitioners most of all, then paediatrics, dentistry and others of the national nomenclature.
    private static readonly string[] Codes = ["SM54", "SM54", "SM54", "SM54", "SM54", "SM26", "SM40", "SM05", "SM41", "SM53"];

    public static string Town(Dice dice) => dice.With(1).Pick(TownHeads) + dice.With(2).Pick(TownTails);

    public static string Specialty(Dice dice) => dice.Pick(Codes);
}

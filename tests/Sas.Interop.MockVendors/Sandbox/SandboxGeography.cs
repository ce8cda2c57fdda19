namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Departments, towns, streets and names. Towns and streets exist somewhere, people and numbers do not.</summary>
internal static class SandboxGeography
{
    public static readonly (string Department, string City, string PostalCode, string TimeZone)[] Towns =
    [
        ("75", "Paris", "75011", "Europe/Paris"),
        ("69", "Lyon", "69003", "Europe/Paris"),
        ("13", "Marseille", "13005", "Europe/Paris"),
        ("31", "Toulouse", "31000", "Europe/Paris"),
        ("33", "Bordeaux", "33000", "Europe/Paris"),
        ("59", "Lille", "59000", "Europe/Paris"),
        ("44", "Nantes", "44000", "Europe/Paris"),
        ("67", "Strasbourg", "67000", "Europe/Paris"),
        ("35", "Rennes", "35000", "Europe/Paris"),
        ("06", "Nice", "06000", "Europe/Paris"),
        ("2A", "Ajaccio", "20000", "Europe/Paris"),
        ("974", "Saint-Denis", "97400", "Indian/Reunion"),
    ];

    public static readonly string[] Families =
    [
        "MARTIN", "BERNARD", "THOMAS", "PETIT", "ROBERT", "RICHARD", "DURAND", "DUBOIS", "MOREAU", "LAURENT", "SIMON", "MICHEL", "LEFÈVRE", "LEROY", "ROUX",
        "DAVID", "BERTRAND", "MOREL", "FOURNIER", "GIRARD", "BONNET", "DUPONT", "LAMBERT", "FONTAINE", "ROUSSEAU", "VINCENT", "MULLER", "FAURE", "ANDRÉ",
    ];

    public static readonly string[] Givens =
    [
        "Camille", "Louise", "Jeanne", "Alice", "Chloé", "Inès", "Léa", "Manon", "Gabriel", "Raphaël", "Arthur", "Louis", "Jules", "Adam", "Maël", "Hugo", "Noé",
    ];

    public static readonly string[] Streets =
    [
        "rue du Parc", "rue des Lilas", "avenue de la Gare", "place du Marché", "rue de l'Église", "boulevard Victor Hugo", "rue Pasteur", "allée des Tilleuls",
        "rue des Écoles", "chemin du Moulin", "quai du Port",
    ];

    public static readonly string[] Specialties = ["SM54", "SM54", "SM54", "SM54", "SM05", "SM41"];
}

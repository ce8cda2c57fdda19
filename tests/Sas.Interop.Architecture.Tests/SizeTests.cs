namespace Sas.Interop.Architecture.Tests;

/// <summary>Ceilings on sizes; the medians of the style guide are aims and are not judged here.</summary>
internal sealed class SizeTests
{
    private const int SourceLines = 400;
    private const int TestLines = 600;
    private const int MemberLines = 80;
    private const int MemberParameters = 5;
    private const int FamilyLines = 120;

    private static readonly SourceFile[] Product = [.. Repository.Sources("src").Where(static file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    [Test]
    public void SourceFiles_AnyFolder_StayUnderTheCeiling() =>
        Assert.That(Product.Where(static file => file.Lines > SourceLines).Select(static file => $"{file.Path}: {file.Lines}"), Is.Empty);

    [Test]
    public void TestFiles_AnyFolder_StayUnderTheCeiling() =>
        Assert.That(Repository.Sources("tests").Where(static file => file.Lines > TestLines).Select(static file => $"{file.Path}: {file.Lines}"), Is.Empty);

    [Test]
    public void Members_OfTheProduct_StayUnderTheCeiling() =>
        Assert.That(
            from file in Product
            from member in file.Members()
            where member.Lines > MemberLines
            select $"{file.Path}: {member.Name} has {member.Lines} lines",
            Is.Empty);

    [Test]
    public void Members_OfTheProduct_TakeFewParameters() =>
        Assert.That(
            from file in Product
            where !file.Path.EndsWith("/Log.cs", StringComparison.Ordinal)
            from member in file.Members()
            where member.Parameters > MemberParameters
            select $"{file.Path}: {member.Name} takes {member.Parameters}",
            Is.Empty);

    /// <summary>Small records may stand beside the one type that they belong to, such as the shapes of one vendor's answer.</summary>
    [Test]
    public void SourceFiles_AnyFolder_HoldOneTypeAndItsRecords() =>
        Assert.That(
            from file in Product
            let types = file.TopLevelTypes()
            where types.Count > 1 && (file.Lines > FamilyLines || types.Count(static type => !type.Contains("record", StringComparison.Ordinal)) > 1)
            select $"{file.Path}: {types.Count} types, {file.Lines} lines",
            Is.Empty);

    [Test]
    public void Members_OfThisFile_AreCountedByTheRuler()
    {
        var ruler = SourceFile.Read("x.cs", "class A\n{\n    public int F(int a, Dictionary<int, string> b)\n    {\n        return G(1, 2, 3);\n    }\n\n    int P => 1;\n}\n");

        Assert.That(ruler.Members(), Is.EqualTo(new[] { new Member("F", 4, 2) }));
        Assert.That(ruler.TopLevelTypes(), Is.EqualTo(new[] { "class A" }));
    }
}

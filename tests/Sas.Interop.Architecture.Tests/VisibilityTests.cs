using System.Reflection;

namespace Sas.Interop.Architecture.Tests;

/// <summary>Public is what others build on: all of Contracts, one registration a dialect, nothing of the host.</summary>
internal sealed class VisibilityTests
{
    [Test]
    public void Hub_AnyType_IsInternal() => Assert.That(Load("Sas.Interop.Hub").GetExportedTypes(), Is.Empty);

    [Test]
    public void Adapters_PublicTypes_AreRegistrationsOnly() =>
        Assert.That(
            Load("Sas.Interop.Adapters").GetExportedTypes().Where(static type => !type.Name.EndsWith("ServiceCollectionExtensions", StringComparison.Ordinal)),
            Is.Empty);

    [TestCase("Sas.Interop.Hub")]
    [TestCase("Sas.Interop.Adapters")]
    public void InternalClasses_AnyOfThem_AreSealedOrStatic(string assembly) =>
        Assert.That(
            Load(assembly).GetTypes().Where(static type => type is { IsClass: true, IsSealed: false, IsAbstract: false, IsNested: false }
                && type.Namespace?.StartsWith("Sas.Interop", StringComparison.Ordinal) == true),
            Is.Empty);

    [Test]
    public void Interfaces_OfTheProduct_HaveFewMembers() =>
        Assert.That(
            from name in new[] { "Sas.Interop.Contracts", "Sas.Interop.Adapters", "Sas.Interop.Hub" }
            from type in Load(name).GetTypes()
            where type.IsInterface && type.GetMembers().Count(static member => member is not MethodInfo { IsSpecialName: true }) > 5
            select type.FullName,
            Is.Empty);

    private static Assembly Load(string name) => Assembly.Load(name);
}

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Tests.Mapping;

[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class PersonSystemsTests
{
    [TestCase("urn:oid:1.2.250.1.213.1.4.2", true)]
    [TestCase("urn:oid:1.2.250.1.213.1.4.8", true)]
    [TestCase("1.2.250.1.213.1.4.9", true)]
    [TestCase("urn:oid:1.2.250.1.213.1.4.10|x", true)]
    [TestCase("Patient?identifier=urn:oid:1.2.250.1.213.1.4.11|1", true)]
    [TestCase("1.2.250.1.213.1.4.1 1.2.250.1.213.1.4.8", true)]
    [TestCase("urn:oid:1.2.250.1.213.1.4.80", false)]
    [TestCase("urn:oid:1.2.250.1.213.1.4.8.1", false)]
    [TestCase("urn:oid:1.1.2.250.1.213.1.4.8", false)]
    [TestCase("urn:oid:1.2.250.1.213.3.6", false)]
    [TestCase("urn:oid:1.2.250.1.71.4.2.1", false)]
    [TestCase("1.2.250.1.213.1.4.", false)]
    public void IsIn_Text_KnowsTheSystemsOfPatients(string text, bool expected) => Assert.That(PersonSystems.IsIn(text), Is.EqualTo(expected));

    [TestCase("NIR", true)]
    [TestCase("INS-NIR", true)]
    [TestCase("INS-C", true)]
    [TestCase("INS-NIA", true)]
    [TestCase("IDNPS", false)]
    [TestCase("INTRN", false)]
    [TestCase("INSTR", false)]
    [TestCase("", false)]
    public void IsType_Code_KnowsTheTypesOfPatients(string code, bool expected) => Assert.That(PersonSystems.IsType(code), Is.EqualTo(expected));
}

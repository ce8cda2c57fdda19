using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Regulators;

namespace Sas.Interop.Hub.Tests.Regulators;

/// <summary>The criterion as it stands in the request line.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AccountCriterionTests
{
    private const string National = "urn:oid:1.2.250.1.71.4.2.1";

    [TestCase("?identifier=" + National + "|3456780581/11242343", "3456780581/11242343")]
    [TestCase("identifier=urn%3Aoid%3A1.2.250.1.71.4.2.1%7C3456780581%2F11242343", "3456780581/11242343")]
    [TestCase("?_format=json&IDENTIFIER=" + National + "%7ca%2cb", null)]
    [TestCase("?identifier=" + National + "%7Ca%5C%2Cb", "a,b")]
    [TestCase("?identifier=" + National + "%7Ca%5C%7Cb", "a|b")]
    [TestCase("?identifier=" + National + "%7Ca+b", "a+b")]
    [TestCase("?identifier=" + National + "%7C%C3%A9", "é")]
    public void Read_Value_IsDecodedOnce(string query, string? value)
    {
        var read = AccountCriterion.Read(query);

        Assert.That(read.Value, Is.EqualTo(value is null ? null : new RegulatorKey(IdentifierSystems.NationalPractitioner, value)));
    }

    [TestCase(null, HubErrorCode.RequestRequired)]
    [TestCase("?x", HubErrorCode.RequestInvalid)]
    [TestCase("?identifier=" + National + "%7Cx%GG", HubErrorCode.RequestInvalid)]
    [TestCase("?identifier=" + National + "%7Cx%FF", HubErrorCode.RequestInvalid)]
    [TestCase("?identifier=" + National + "%7C%ED%A0%80", HubErrorCode.RequestInvalid)]
    [TestCase("?identifier=" + National + "%7Cx&identifier=" + National + "%7Cx", HubErrorCode.MultipleMatches)]
    public void Read_Unusable_IsTold(string? query, HubErrorCode code) => Assert.That(AccountCriterion.Read(query).Error?.Code, Is.EqualTo(code));

    [Test]
    public void Read_TooLong_IsTold() =>
        Assert.That(AccountCriterion.Read($"?identifier={National}%7C{new string('x', 5_000)}").Error?.Code, Is.EqualTo(HubErrorCode.RequestInvalid));
}

using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Validate;

namespace Sas.Interop.Hub.Tests.Fhir.Validate;

[Parallelizable(ParallelScope.All)]
internal sealed class ValidateQuestionTests
{
    private const string Slot = """{"resourceType":"Slot","status":"free"}""";

    [Test]
    public void Of_Resource_IsItselfByItsOwnProfiles()
    {
        var question = Of(Slot, type: "Slot");

        Assert.That(Encoding.UTF8.GetString(question.Value!.Resource.Span), Is.EqualTo(Slot)); // No failure, hence a value.
        Assert.That(question.Value.Profiles, Is.Empty);
    }

    [Test]
    public void Of_Parameters_GiveResourceProfileAndMode()
    {
        var question = Of($$"""{"resourceType":"Parameters","parameter":[{"name":"mode","valueCode":"profile"},{"name":"resource","resource":{{Slot}}},{"name":"profile","valueUri":"urn:a"}]}""", "profile=urn:b");

        Assert.That(Encoding.UTF8.GetString(question.Value!.Resource.Span), Is.EqualTo(Slot)); // No failure, hence a value.
        Assert.That(question.Value.Profiles, Is.EqualTo(new[] { "urn:b", "urn:a" }));
    }

    [Test]
    public void Of_ByteOrderMark_IsPassedOver() => Assert.That(Of("\uFEFF" + Slot).IsSuccess, Is.True);

    [TestCase("", "", HubErrorCode.RequestInvalid)]
    [TestCase("{", "", HubErrorCode.RequestInvalid)]
    [TestCase("[]", "", HubErrorCode.RequestInvalid)]
    [TestCase("null", "", HubErrorCode.RequestInvalid)]
    [TestCase("{}", "", HubErrorCode.RequestInvalid)]
    [TestCase("""{"resourceType":null}""", "", HubErrorCode.RequestInvalid)]
    [TestCase("""{"resourceType":["Slot"]}""", "", HubErrorCode.RequestInvalid)]
    [TestCase("""{"resourceType":"\uD800"}""", "", HubErrorCode.RequestInvalid)]
    [TestCase("""{"resourceType":"Observation"}""", "", HubErrorCode.RequestInvalid)]
    [TestCase("""<Slot xmlns="http://hl7.org/fhir"/>""", "", HubErrorCode.RequestInvalid)]
    [TestCase("""{"resourceType":"Slot"} {"resourceType":"Slot"}""", "", HubErrorCode.RequestInvalid)]
    [TestCase("""{"resourceType":"Parameters"}""", "", HubErrorCode.RequestRequired)]
    [TestCase("""{"resourceType":"Parameters","parameter":{}}""", "", HubErrorCode.RequestRequired)]
    [TestCase("""{"resourceType":"Parameters","parameter":[7,{"name":"resource"}]}""", "", HubErrorCode.RequestRequired)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Slot"}},{"name":"resource","resource":{"resourceType":"Slot"}}]}""", "", HubErrorCode.RequestRequired)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"resource","resource":[]}]}""", "", HubErrorCode.RequestInvalid)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Parameters"}}]}""", "", HubErrorCode.RequestInvalid)]
    [TestCase("""{"resourceType":"Parameters","parameter":[{"name":"profile","valueString":"urn:a"},{"name":"resource","resource":{"resourceType":"Slot"}}]}""", "", HubErrorCode.RequestInvalid)]
    [TestCase(Slot, "mode=delete", HubErrorCode.RequestInvalid)]
    [TestCase(Slot, "mode=create&mode=update", HubErrorCode.RequestInvalid)]
    [TestCase(Slot, "mode=profile", HubErrorCode.RequestRequired)]
    [TestCase(Slot, "profile=a&profile=b&profile=c&profile=d&profile=e&profile=f&profile=g&profile=h&profile=i&profile=j&profile=k", HubErrorCode.RequestInvalid)]
    public void Of_WhatCannotBeJudged_IsRefused(string body, string query, HubErrorCode code) => Assert.That(Of(body, query).Error?.Code, Is.EqualTo(code));

    [Test]
    public void Of_OtherTypeThanTheAddress_IsRefusedByName() =>
        Assert.That(Of(Slot, type: "Schedule").Error, Has.Property("Detail").Contain("Schedule").And.Property("Code").EqualTo(HubErrorCode.RequestInvalid));

    [Test]
    public void Of_LongProfile_IsRefused() => Assert.That(Of(Slot, "profile=" + new string('a', 1001)).Error?.Code, Is.EqualTo(HubErrorCode.RequestInvalid));

    [Test]
    public void Of_DeepBody_IsRefused()
    {
        Assert.That(Of("{\"resourceType\":\"Slot\",\"x\":" + new string('[', 100_000)).IsSuccess, Is.False);
        Assert.That(Of("{\"resourceType\":\"Slot\",\"x\":" + new string('[', 300) + new string(']', 300) + "}").IsSuccess, Is.False);
    }

    [Test]
    public void Of_AnyBytesChanged_NeverThrows()
    {
        var whole = Encoding.UTF8.GetBytes($$"""{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{{Slot}}},{"name":"profile","valueUri":"urn:a"},{"name":"mode","valueCode":"create"}]}""");
        Prop.ForAll(
            Gen.Zip(Gen.Choose(0, whole.Length - 1), Gen.Choose(0, 255)).ArrayOf().ToArbitrary(),
            changes =>
            {
                var damaged = (byte[])whole.Clone();
                foreach (var (place, value) in changes)
                {
                    damaged[place] = (byte)value;
                }

                var question = ValidateQuestion.Of(damaged, new QueryCollection(), "Slot");
                Assert.That(question.IsSuccess, Is.Not.EqualTo(question.Error is not null));
            }).QuickCheckThrowOnFailure();
    }

    [TestCase("mode=create")]
    [TestCase("mode=update")]
    [TestCase("mode=profile&profile=urn:a")]
    [TestCase("mode=")]
    [TestCase("profile=")]
    public void Of_KnownParameters_AreTaken(string query) => Assert.That(Of(Slot, query).IsSuccess, Is.True);

    private static Outcome<ValidateQuestion> Of(string body, string query = "", string? type = null) =>
        ValidateQuestion.Of(Encoding.UTF8.GetBytes(body), new QueryCollection(QueryHelpers.ParseQuery(query)), type);
}

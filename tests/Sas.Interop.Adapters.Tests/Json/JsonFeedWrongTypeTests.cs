using System.Text;

using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Json;

/// <summary>A refusal or a damaged value must never look like an empty answer, which would close slots.</summary>
internal sealed class JsonFeedWrongTypeTests
{
    [TestCase("""{"slots":"none"}""")]
    [TestCase("""{"slots":0}""")]
    [TestCase("""{"slots":false}""")]
    [TestCase("""{"slots":{}}""")]
    [TestCase("""{"days":[]}""")]
    public async Task ReadAsync_ContainerOfAnotherType_IsAnInvalidValue(string json) =>
        Assert.That((await ReadAsync(json, JsonShape.Of("slots[]", "days.*[]"))).Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));

    [TestCase("""{"slots":null,"days":null}""", 0)]
    [TestCase("""{"slots":[],"days":{}}""", 0)]
    [TestCase("""{"slots":[1,2],"days":{"2026-03-02":[3],"2026-03-03":null},"other":{"slots":"x"}}""", 3)]
    public async Task ReadAsync_NullOrOtherMembers_ArePassedOver(string json, int expected) =>
        Assert.That((await ReadAsync(json, JsonShape.Of("slots[]", "days.*[]"))).Value, Is.EqualTo(expected));

    [TestCase("{}", false)]
    [TestCase("""{"other":{"slots":[]}}""", false)]
    [TestCase("""{"slots":null}""", true)]
    [TestCase("""{"slots":[]}""", true)]
    [TestCase("[]", true)]
    public async Task ReadAsync_NamedMember_MustBeInAnOuterObject(string json, bool expected) =>
        Assert.That((await ReadAsync(json, JsonShape.Of("slots[]", "[]").Naming("slots"))).IsSuccess, Is.EqualTo(expected));

    private static async Task<Outcome<int>> ReadAsync(string json, JsonShape shape) =>
        await JsonFeed.ReadAsync(new TricklingStream(Encoding.UTF8.GetBytes(json)), shape, static (_, in _, ref _) => null, CancellationToken.None);
}

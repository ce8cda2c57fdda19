using System.Text;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Contracts.Fhir.Validation.Checks;
using Sas.Interop.Contracts.Fhir.Validation.Paths;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation.Paths;

[TestFixture]
[Parallelizable]
internal sealed class PathExpressionsTests
{
    private const string Text = """
        {"resourceType":"PractitionerRole","id":"r","active":true,
         "contained":[{"resourceType":"Location","id":"l","name":"Cabinet"}],
         "extension":[{"url":"urn:x","valueCode":"a"},{"url":"urn:y","valueReference":{"reference":"#l"}}],
         "period":{"start":"2026-01-01","end":"2026-02-01"},
         "code":[{"text":"one"},{"text":"two"},{"text":"two"}],
         "location":[{"reference":"#l"}]}
        """;

    [TestCase("active")]
    [TestCase("active = true and id = 'r'")]
    [TestCase("PractitionerRole.id = 'r'")]
    [TestCase("id != 's'")]
    [TestCase("code.count() = 3 and code.text.distinct().count() = 2")]
    [TestCase("code.text.isDistinct().not()")]
    [TestCase("code.where(text = 'two').exists() and code.exists(text = 'one')")]
    [TestCase("code.all(text.startsWith('t') or text.endsWith('e'))")]
    [TestCase("code.select(text & '!').first() = 'one!'")]
    [TestCase("code[1].text = 'two' and code.last().text = 'two'")]
    [TestCase("(code.text | 'one').count() = 2")]
    [TestCase("'two' in code.text and code.text contains 'one'")]
    [TestCase("code.text.first().matches('^o.e$')")]
    [TestCase("id.matches('^R$').not()")]
    [TestCase("id.length() = 1 and id.upper() = 'R' and 'abc'.substring(1) = 'bc' and 'abc'.indexOf('c') = 2")]
    [TestCase("period.start <= period.end and (period.end < period.start).not()")]
    [TestCase("1 < 2 and 10 > 9 and 2 >= 2")]
    [TestCase("extension('urn:x').value = 'a'")]
    [TestCase("extension.value.ofType(Reference).reference = '#l' and extension[1].value is Reference and (extension[0].value as code) = 'a'")]
    [TestCase("%resource.contained.id = 'l' and contained.all(%rootResource.id = 'r')")]
    [TestCase("location.reference.substring(1).trace('t') in %rootResource.contained.id.trace('ids')")]
    [TestCase("descendants().where(reference = '#l').count() = 2 and children().exists()")]
    [TestCase("iif(active, 'yes', 'no') = 'yes'")]
    [TestCase("active xor specialty.exists()")]
    [TestCase("specialty.exists() implies false")]
    [TestCase("code.hasValue().not() and id.hasValue()")]
    [TestCase("code.tail().count() = 2 and code.skip(1).take(1).text = 'two'")]
    [TestCase("telecom.value.matches('x')")]
    [TestCase("`id` = 'r'")]
    [TestCase("contained.name = 'Cabinet' and contained.is(Location)")]
    public void Holds_TrueOrEmpty_IsTrue(string expression) => Assert.That(Evaluate(expression), Is.True);

    [TestCase("active.not()")]
    [TestCase("id = 's'")]
    [TestCase("code.isDistinct()")]
    [TestCase("id.matches('^s$')")]
    [TestCase("period.end < period.start")]
    [TestCase("true implies false")]
    [TestCase("true xor true")]
    [TestCase("'x' in code.text")]
    [TestCase("contained.is(Organization)")]
    [TestCase("specialty.exists()")]
    public void Holds_False_IsFalse(string expression) => Assert.That(Evaluate(expression), Is.False);

    [TestCase("", Description = "nothing")]
    [TestCase("id =")]
    [TestCase("(id")]
    [TestCase("id)")]
    [TestCase("'open")]
    [TestCase("id ~ 'r'")]
    [TestCase("resolve()")]
    [TestCase("conformsTo('x')")]
    [TestCase("where()")]
    [TestCase("%ucum")]
    [TestCase("id.matches('(a)\\1')", Description = "A pattern that goes back.")]
    [TestCase("id.matches('(')")]
    [TestCase("id.matches(id)")]
    [TestCase("code.text.startsWith('o')", Description = "Several values where one is due.")]
    public void Holds_OutsideTheSubset_IsNotJudged(string expression) => Assert.That(Evaluate(expression), Is.Null);

    [Test]
    public void Holds_DeepNesting_IsNotJudged() => Assert.That(Evaluate(new string('(', 500) + "id" + new string(')', 500)), Is.Null);

    [Test]
    public void Holds_PatternEnd_IsTheVeryEnd()
    {
        var root = Typed("{\"resourceType\":\"Organization\",\"identifier\":[{\"value\":\"1123456789\\n\"},{\"value\":\"1123456789\"}]}");
        var expressions = new PathExpressions();
        var identifiers = root.Children("identifier");

        Assert.That(expressions.Holds("value.matches('^1[0-9]{9}$')", identifiers[0], new PathScope()), Is.False);
        Assert.That(expressions.Holds("value.matches('^1[0-9]{9}$')", identifiers[1], new PathScope()), Is.True);
    }

    [Test]
    public void Holds_ManyFailures_StopBeforeTheyCost()
    {
        var root = Typed(Text);
        var expressions = new PathExpressions();
        var scope = new PathScope();
        for (var at = 0; at < 2_000; at++)
        {
            expressions.Holds("code.text.startsWith('o')", root, scope);
        }

        Assert.That(scope.IsExhausted, Is.True);
        Assert.That(expressions.Holds("active", root, scope), Is.Null);
    }

    private static bool? Evaluate(string expression) => new PathExpressions().Holds(expression, Typed(Text), new PathScope());

    private static Node Typed(string text)
    {
        var findings = new Findings(10);
        var root = new NodeReader(findings, 20, 1_000).Read(Encoding.UTF8.GetBytes(text))!; // The samples are JSON.
        new StructureCheck(findings).CheckResource(root);
        Assert.That(findings.All, Is.Empty);
        return root;
    }
}

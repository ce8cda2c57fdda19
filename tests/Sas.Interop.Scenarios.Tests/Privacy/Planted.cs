using System.Text.Json.Nodes;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Privacy;

/// <summary>What no honest caller sends and some will: a person, in every place that JSON has for one.</summary>
internal static class Planted
{
    private static readonly string[] Members =
    [
        """{"comment":"Rappeler WORD Marie"}""",
        """{"description":"WORD"}""",
        """{"patientInstruction":"WORD a mal au dos"}""",
        """{"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">WORD</div>"}}""",
        """{"note":[{"text":"WORD"}]}""",
        """{"subject":{"reference":"Patient/WORD","display":"WORD"}}""",
        """{"patient":{"display":"WORD"}}""",
        """{"contained":[{"resourceType":"Patient","id":"p","name":[{"family":"WORD"}]}]}""",
        """{"contained":[{"resourceType":"RelatedPerson","id":"p","name":[{"text":"WORD"}]}]}""",
        """{"extension":[{"url":"urn:x","valueString":"WORD"}]}""",
        """{"supportingInformation":[{"reference":"Patient/WORD"}]}""",
        """{"reasonCode":[{"text":"WORD"}]}""",
        """{"zzUnknown":"WORD"}""",
        """{"zzUnknown":{"a":[[{"b":"WORD WORD"}]]}}""",
        """{"WORD":"x"}""",
        """{"WORD":true}""",
        """{"NUMBER":true}""",
        """{"zzUnknown":NUMBER}""",
        """{"zzUnknown":"NUMBER"}""",
        """{"zzUnknown":"nir 1 99 51 99 001 001 01"}""",
        """{"identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"WORD"}]}""",
        """{"identifier":[{"system":"urn:oid:1.1.111.1.11.1.1.1","value":"NUMBER"}]}""",
        """{"id":"NUMBER"}""",
        """{"birthDate":"WORD"}""",
        """{"telecom":[{"system":"phone","value":"WORD"}],"birthDate":"1985-05-01"}""",
        """{"maritalStatus":{"text":"WORD"}}""",
        """{"status":"WORD WORD"}""",
    ];

    /// <summary>A body with one thing planted in it, for each thing and for the body and its first entry; and the same cut off.</summary>
    public static IEnumerable<string> In(string body)
    {
        foreach (var member in Members)
        {
            var (root, planted) = (JsonNode.Parse(body), JsonNode.Parse(member.Replace("WORD", PlantedPerson.Word, StringComparison.Ordinal).Replace("NUMBER", PlantedPerson.Number, StringComparison.Ordinal)));
            foreach (var place in new[] { root, root?["entry"]?[0]?["resource"], root?["parameter"]?[0], root?["participant"]?[0]?["actor"] }.OfType<JsonObject>())
            {
                var before = place.DeepClone().AsObject();
                foreach (var (name, value) in planted?.AsObject() ?? [])
                {
                    place[name] = value?.DeepClone();
                }

                var text = root?.ToJsonString() ?? string.Empty;
                yield return text;
                yield return text[..^3];
                place.Clear();
                foreach (var (name, value) in before)
                {
                    place[name] = value?.DeepClone();
                }
            }
        }

        yield return $"not JSON: {PlantedPerson.Word} {PlantedPerson.Number}";
        yield return $"\"{PlantedPerson.Word}\"";
    }
}

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>Runs rows of the kit and gathers what it would not pass.</summary>
internal sealed class KitRows(RegulatorHub hub)
{
    private static readonly string[] Mandatory = ["identifier", "name", "telecom", "active"];

    public List<string> Verdicts { get; } = [];

    public RegulatorHub Hub => hub;

    /// <summary>A create: 201, and what the kit's client then does with the answer.</summary>
    public async Task CreatedAsync(string row, AccountBody body)
    {
        var answer = await hub.PostAsync(body.Text());
        Judge(row, answer, answer.Status == System.Net.HttpStatusCode.Created);
        Judge($"{row} Location", answer, answer.Headers.Location?.AbsoluteUri.StartsWith($"{hub.Hub.FhirBase}/Practitioner/", StringComparison.Ordinal) == true);
        Judge($"{row} body", answer, answer.Type == "Practitioner");
        Judge($"{row} id", answer, answer.Json.Text("id") != "example-regulator-1");
    }

    public async Task UpdatedAsync(string row, (string System, string Value) criterion, AccountBody body)
    {
        var answer = await hub.PutAsync(criterion.System, criterion.Value, body.Text());
        Judge(row, answer, (int)answer.Status is >= 200 and < 400);
        Judge($"{row} Location", answer, answer.Headers.Location is not null);
        Judge($"{row} state", answer, answer.Json.At("active")?.GetBoolean() == body.Active && answer.Json.Identifier() == body.Value);
    }

    /// <summary>The four bodies that lack one element each, with a mail that holds blanks as the kit's have it, and with one that is whole.</summary>
    public async Task MissingAsync(string row, (AccountBody Body, (string System, string Value)? Criterion) what)
    {
        foreach (var member in Mandatory)
        {
            foreach (var body in new[] { what.Body with { Mail = "a b " + what.Body.Mail }, what.Body })
            {
                await RefusedAsync(
                    $"{row} without {member}",
                    what.Criterion is { } criterion ? hub.PutAsync(criterion.System, criterion.Value, body.Without(member)) : hub.PostAsync(body.Without(member)));
            }
        }
    }

    public async Task RefusedAsync(string row, Task<Answer> asked)
    {
        var answer = await asked;
        Judge(row, answer, (int)answer.Status is >= 400 and < 600);
        Judge($"{row} outcome", answer, answer.Type == "OperationOutcome");
    }

    private void Judge(string row, Answer answer, bool passes)
    {
        if (!passes)
        {
            Verdicts.Add($"{row}: {(int)answer.Status} {System.Text.Encoding.UTF8.GetString(answer.Body)}");
        }
    }
}

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>Group 5 of the official certification kit, row by row, as one ordered block (CERTIFICATION §1 and §4). Individual practitioners and CPTS make no difference here.</summary>
[Parallelizable]
internal sealed class KitTests
{
    private const string National = AccountBody.National;
    private const string Technical = AccountBody.Technical;

    /// <summary>The block runs again with fresh inputs on a hub that knows the first run.</summary>
    [TestCase(1)]
    [TestCase(2)]
    public async Task Block_AllRows_AreAsTheKitExpects(int run)
    {
        var suffix = $"{Guid.NewGuid():N}{run}";
        var (a, b) = ($"3456780581/{suffix}1", $"3456780581/{suffix}2");
        var (m, n) = ($"{suffix}.m@regulation.example", $"{suffix}.n@regulation.example");
        var hub = await RegulatorsFixture.HubAsync();
        var rows = new KitRows(hub);

        await rows.CreatedAsync("5.01", AccountBody.OfNational(a, m));
        var second = Fresh(m);
        await rows.CreatedAsync("5.02", second);
        var twice = Fresh(m);
        await rows.CreatedAsync("5.03", twice);
        await rows.RefusedAsync("5.03 again", hub.PostAsync(twice.Text()));
        await rows.MissingAsync("5.04", (AccountBody.OfNational(a, m), null));
        await InvalidAsync(rows, a, m);
        await rows.UpdatedAsync("5.06", (National, a), AccountBody.OfNational(a, m) with { Active = false });
        await rows.UpdatedAsync("5.07", (National, a), AccountBody.OfNational(a, m));
        await rows.UpdatedAsync("5.08", (National, a), AccountBody.OfNational(a, n));
        await rows.UpdatedAsync("5.09", (National, a), AccountBody.OfNational(b, n));
        await rows.UpdatedAsync("5.10", (National, second.Value), AccountBody.OfTechnical(a, second.Mail));
        await rows.UpdatedAsync("5.11", (National, b), AccountBody.OfNational(b, n) with { Family = $"Exemple {suffix}" });
        await rows.UpdatedAsync("5.12", (National, b), AccountBody.OfNational(b, n) with { Given = $"Anne {suffix}" });
        await rows.MissingAsync("5.13", (AccountBody.OfNational(b, n), (National, b)));
        await rows.MissingAsync("5.14", (Fresh(m), (Technical, Guid.NewGuid().ToString())));
        var fifteen = Fresh(m);
        await rows.UpdatedAsync("5.15", (Technical, fifteen.Value), fifteen);

        await rows.UpdatedAsync("5.16 (1)", (National, a), AccountBody.OfNational(a, m) with { Active = false });
        var third = Guid.NewGuid().ToString();
        await rows.CreatedAsync("5.16 (2)", AccountBody.OfTechnical(third, $"{third}.{m}"));
        await rows.UpdatedAsync("5.16 (3)", (Technical, third), AccountBody.OfNational(a, $"{third}.{m}"));

        Assert.That(rows.Verdicts, Is.Empty);
    }

    private static AccountBody Fresh(string mail)
    {
        var id = Guid.NewGuid().ToString();
        return AccountBody.OfTechnical(id, id + mail);
    }

    /// <summary>5.05: the five bodies with a value that cannot be, two of them with another fault beside it. Their mails hold blanks, as those of the kit do.</summary>
    private static async Task InvalidAsync(KitRows rows, string a, string m)
    {
        var mismatch = AccountBody.OfNational(a, m) with { System = Technical, Mail = "a b " + m };
        await rows.RefusedAsync("5.05 family", rows.Hub.PostAsync((mismatch with { Family = string.Empty }).Text()));
        await rows.RefusedAsync("5.05 mail", rows.Hub.PostAsync((mismatch with { Mail = string.Empty }).Text()));
        await rows.RefusedAsync("5.05 phone", rows.Hub.PostAsync(Fresh(m).With("telecom", """[{"system":"phone","value":"a b@regulation.example"}]""")));
        await rows.RefusedAsync("5.05 INTRN", rows.Hub.PostAsync((Fresh("a b" + m) with { System = National }).Text()));
        await rows.RefusedAsync("5.05 IDNPS", rows.Hub.PostAsync(mismatch.Text()));

        // The same without the blanks, which would have been refused by luck.
        await rows.RefusedAsync("5.05 INTRN, mail whole", rows.Hub.PostAsync((Fresh(m) with { System = National }).Text()));
        await rows.RefusedAsync("5.05 IDNPS, mail whole", rows.Hub.PostAsync((AccountBody.OfNational(Guid.NewGuid().ToString(), m) with { System = Technical }).Text()));
        await rows.RefusedAsync("5.05 phone, value whole", rows.Hub.PostAsync(Fresh(m).With("telecom", """[{"system":"phone","value":"+33199000001"}]""")));
        await rows.RefusedAsync("5.05 family, rest whole", rows.Hub.PostAsync((Fresh(m) with { Family = string.Empty }).Text()));
        await rows.RefusedAsync("5.05 mail, rest whole", rows.Hub.PostAsync((Fresh(m) with { Mail = string.Empty }).Text()));
    }
}

namespace Sas.Interop.TestKit.Traces;

/// <summary>
/// The secrets of hubs under test, the same in all of them. Each is reached by a reference, an environment variable of this process and of those it starts; nothing that a hub writes may hold the value.
/// </summary>
public static class PlantedSecrets
{
    /// <summary>Files of tests that a reference leads to end so; they are the place of the secret, and are not looked through for secrets.</summary>
    public const string FileEnding = ".secret";

    /// <summary>Stands in what is gathered where a hub has shown the planted token to a vendor: that it did, without the token.</summary>
    public const string VendorTokenShown = "showed-the-planted-token";

    public const string VendorTokenValue = "planted-vendor-token-5d0c8e71b2f4";
    public const string WebhookSecretValue = "planted-webhook-secret-93b1aa0c7e65d2f8";
    public const string DatabasePasswordValue = "planted-database-password-c41f09be";
    public const string LinkKeyValue = "planted-key-of-links-7be2094da1c853f6-0a9d";

    /// <summary>What a hub shows to a vendor.</summary>
    public static string VendorToken { get; } = Provide("SAS_TEST_VENDOR_TOKEN", VendorTokenValue);

    /// <summary>What webhooks are signed with.</summary>
    public static string WebhookSecret { get; } = Provide("SAS_TEST_WEBHOOK_SECRET", WebhookSecretValue);

    /// <summary>What links are signed with.</summary>
    public static string LinkKey { get; } = Provide("SAS_TEST_LINK_KEY", LinkKeyValue);

    public static IReadOnlyList<string> Marks { get; } = [VendorTokenValue, WebhookSecretValue, DatabasePasswordValue, LinkKeyValue];

    /// <summary>A reference to a connection string with a password. The servers of the tests ask for none, and take any.</summary>
    /// <param name="connection">The connection string without a password.</param>
    public static string Connection(string connection) =>
        Provide($"SAS_TEST_DATABASE_{Guid.NewGuid():N}", $"{connection};Password={DatabasePasswordValue}");

    private static string Provide(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        return $"env:{name}";
    }
}

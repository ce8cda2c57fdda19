using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>Settings of the database are refused by name, and never with what they hide.</summary>
internal sealed class StorageRulesTests
{
    private const string Secret = "hunter-2";

    [TestCase(StorageProvider.Sqlite, null, null)]
    [TestCase(StorageProvider.Sqlite, "Host=db", "is for a server")]
    [TestCase(StorageProvider.PostgreSql, null, "is missing")]
    [TestCase(StorageProvider.SqlServer, null, "is missing")]
    [TestCase(StorageProvider.PostgreSql, "Host=db;Database=hub;Username=hub", null)]
    [TestCase(StorageProvider.PostgreSql, "Host=db;Database=hub;Username=hub;Password=" + Secret, "holds a password")]
    [TestCase(StorageProvider.PostgreSql, "Host=db;Database=hub;pwd=" + Secret, "holds a password")]
    [TestCase(StorageProvider.PostgreSql, "Database=hub", "names no Host")]
    [TestCase(StorageProvider.PostgreSql, "Host=db", "names no Database")]
    [TestCase(StorageProvider.PostgreSql, "Host=db;Database=hub;Multiplexing=true", "Multiplexing")]
    [TestCase(StorageProvider.PostgreSql, "Host=db;Database=hub;Passwort=" + Secret, "is no connection string of PostgreSQL")]
    [TestCase(StorageProvider.PostgreSql, "Host=db;Database=hub;Port=" + Secret, "is no connection string of PostgreSQL")]
    [TestCase(StorageProvider.PostgreSql, "postgres://hub:" + Secret + "@db/hub", "is no connection string of PostgreSQL")]
    [TestCase(StorageProvider.SqlServer, "Server=db;Database=hub;Integrated Security=true", null)]
    [TestCase(StorageProvider.SqlServer, "Server=db;Database=hub;User ID=hub;Password=" + Secret, "holds a password")]
    [TestCase(StorageProvider.SqlServer, "Server=db", "names no Database")]
    [TestCase(StorageProvider.SqlServer, "Database=hub", "names no Server")]
    [TestCase(StorageProvider.SqlServer, "Host=db;Database=hub;Passwort=" + Secret, "is no connection string of SQL Server")]
    [TestCase(StorageProvider.PostgreSql, "env:HUB_TESTS_NOT_SET", "'HUB_TESTS_NOT_SET' is not set")]
    [TestCase(StorageProvider.PostgreSql, "file:no/such/file", "cannot be read")]
    public void Validate_Connection_IsJudgedWithoutShowingASecret(StorageProvider provider, string? connection, string? fault)
    {
        var result = new StorageRules().Validate(null, new StorageOptions { Provider = provider, Connection = connection });

        Assert.That(result.Succeeded, Is.EqualTo(fault is null), result.FailureMessage);
        Assert.That(result.FailureMessage ?? string.Empty, Does.Contain(fault ?? string.Empty).And.Not.Contain(Secret));
    }

    [Test]
    public void Validate_PasswordBehindAReference_IsTaken()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"Host=db;Database=hub;Password={Secret}\n");

            Assert.That(new StorageRules().Validate(null, new StorageOptions { Provider = StorageProvider.PostgreSql, Connection = "file:" + file }).Succeeded, Is.True);
            Assert.That(StorageConnection.Of("file:" + file).ToString(), Does.Not.Contain(Secret));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase((StorageProvider)9, StorageMigration.AtStart, "Hub:Storage:Provider")]
    [TestCase(StorageProvider.Sqlite, (StorageMigration)9, "Hub:Storage:Migrate")]
    public void Validate_NumberOfNoName_IsRefused(StorageProvider provider, StorageMigration migrate, string setting) =>
        Assert.That(new StorageOptionsValidator().Validate(null, new StorageOptions { Provider = provider, Migrate = migrate }).FailureMessage, Does.Contain(setting));

    [Test]
    public void Page_EventsOfTheDatabase_AreAllTold()
    {
        var ids = typeof(EventIds).GetFields().Where(static field => field.IsLiteral).Select(static field => (int?)field.GetRawConstantValue()).Where(static id => id is >= 1900 and < 2000);
        var page = Repository.Text("docs", "operations.md").Split('\n');

        Assert.That(ids.Where(id => !page.Any(line => line.StartsWith($"| {id} | ", StringComparison.Ordinal))), Is.Empty);
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using Sas.Interop.Hub.Persistence.Sqlite;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>The migrations lead to the model and to nothing else.</summary>
internal sealed class MigrationTests
{
    [Test]
    public void Model_AgainstTheSnapshot_HasNoPendingChange()
    {
        using var context = new SqliteDesign().CreateDbContext([]);

        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Add a migration: the model has changed.");
    }

    [Test]
    public async Task Tables_Migrated_AreThoseOfTheModel()
    {
        var migrated = await SchemaAsync(static context => context.Database.MigrateAsync());
        var made = await SchemaAsync(static context => context.Database.EnsureCreatedAsync());

        Assert.That(migrated, Is.EqualTo(made).And.Not.Empty);
    }

    [Test]
    public async Task Migrations_TakenBack_LeaveNoTable()
    {
        var left = await SchemaAsync(static async context =>
        {
            await context.Database.MigrateAsync();
            await context.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        });

        Assert.That(left, Is.Empty);
    }

    private static async Task<List<string>> SchemaAsync(Func<SqliteHubContext, Task> make)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var context = new SqliteHubContext(new DbContextOptionsBuilder<SqliteHubContext>().UseSqlite(connection).Options);
        await make(context);
        return await context.Database
            .SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '__EF%' AND name NOT LIKE 'sqlite%' ORDER BY name")
            .ToListAsync();
    }
}

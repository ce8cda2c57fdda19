using Microsoft.EntityFrameworkCore.Migrations;

namespace Sas.Interop.Hub.Persistence.Migrations.Sqlite;

/// <summary>Tables of preferences and of the counter that orders their changes.</summary>
internal sealed partial class KeepPreferences : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "counters",
            columns: static table => new
            {
                Name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                Value = table.Column<long>(type: "INTEGER", nullable: false),
            },
            constraints: static table => table.PrimaryKey("PK_counters", static counter => counter.Name));

        migrationBuilder.CreateTable(
            name: "preferences",
            columns: static table => new
            {
                Owner = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                Revision = table.Column<long>(type: "INTEGER", nullable: false),
                ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                Content = table.Column<string>(type: "TEXT", nullable: true),
            },
            constraints: static table => table.PrimaryKey("PK_preferences", static preference => preference.Owner));

        migrationBuilder.InsertData(table: "counters", columns: ["Name", "Value"], values: ["preferences", 0L]);

        migrationBuilder.CreateIndex(name: "IX_preferences_Revision", table: "preferences", column: "Revision", unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "counters");
        migrationBuilder.DropTable(name: "preferences");
    }
}

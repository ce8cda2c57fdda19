using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

using Microsoft.Data.SqlClient;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>Stands in the place of a connection to SQL Server: writes down what it is asked, and answers as a script says.</summary>
internal sealed class RecordingConnection(SqlScript script) : DbConnection
{
    private ConnectionState _state = ConnectionState.Closed;

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=recorded;Database=recorded";

    public override string Database => "recorded";

    public override string DataSource => "recorded";

    public override string ServerVersion => "16.00.0000";

    public override ConnectionState State => _state;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Close() => _state = ConnectionState.Closed;

    public override void Open() => _state = ConnectionState.Open;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new RecordedTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new RecordedCommand(this, script);

    private sealed class RecordedTransaction(DbConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class RecordedCommand(DbConnection connection, SqlScript script) : DbCommand
    {
        // Lends its parameters, which are those that the provider fills.
        private readonly SqlCommand _lender = new();

        [AllowNull]
        public override string CommandText { get; set; } = string.Empty;

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => _lender.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override int ExecuteNonQuery() => script.Play(CommandText) ? 1 : 0;

        public override object? ExecuteScalar() => script.Play(CommandText) ? 1 : null;

        public override void Prepare()
        {
        }

        protected override DbParameter CreateDbParameter() => _lender.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new RecordedReader(CommandText, script.Play(CommandText) ? 1 : 0, script);

        protected override void Dispose(bool disposing)
        {
            _lender.Dispose();
            base.Dispose(disposing);
        }
    }
}

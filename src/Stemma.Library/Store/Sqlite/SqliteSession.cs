using Microsoft.Data.Sqlite;

namespace Stemma.Library.Store.Sqlite;

/// <summary>One connection with its prepared statements, and how values are written and read.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    /// <summary>In statements that stay prepared; the store has fewer.</summary>
    private const int MostPrepared = 100;

    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The connection.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The transaction that statements run in, null for one of their own each.</summary>
    public SqliteTransaction? Transaction { get; set; }

    /// <summary>Runs a statement that gives nothing back; how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>The first value of the first row, null where there is none.</summary>
    public object? Value(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The first value of the first row as a number, 0 where there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Value(sql, values) is long number ? number : 0;

    /// <summary>All rows.</summary>
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var rows = new List<T>();
        using SqliteDataReader reader = Prepare(sql, values).ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first row, null where there is none.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
        where T : class
    {
        using SqliteDataReader reader = Prepare(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SqliteCommand command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>A time as it is stored.</summary>
    public static long Stored(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <summary>A text as it is stored in a column: NUL would end it there.</summary>
    public static string? Stored(string? text) => text?.Replace('\0', '\uFFFD');

    /// <summary>The time in a column.</summary>
    public static DateTimeOffset Time(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>The day in a column, null where there is none.</summary>
    public static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));

    /// <summary>The text in a column, null where there is none.</summary>
    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>The bytes in a column.</summary>
    public static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // every statement is a constant of this folder; what users give goes in as parameters
            command.CommandText = sql;
#pragma warning restore CA2100
            if (_prepared.Count < MostPrepared)
                _prepared.Add(sql, command);
        }
        command.Transaction = Transaction;
        foreach ((string name, object? value) in values)
        {
            if (command.Parameters.Contains(name))
                command.Parameters[name].Value = value ?? DBNull.Value;
            else
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        return command;
    }
}

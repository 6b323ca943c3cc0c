using Microsoft.Data.Sqlite;

namespace Stemma.Library.Store.Sqlite;

/// <summary>Opens a library: makes it where there is none, brings one of an older layout up to date with a copy beside it, refuses what is no library or of a newer layout.</summary>
internal static class SqliteOpening
{
    /// <summary>In seconds: how long a writer waits for another. A batch takes well under a second, a copy of a large library longer.</summary>
    private const int Patience = 30;

    /// <summary>In KiB of page cache; a negative number tells SQLite that it is KiB. 64 MB hold the upper levels of all indexes of a million reports.</summary>
    private const int Cache = -64 * 1024;

    /// <summary>Opens it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="make">True to make it where it is missing.</param>
    /// <exception cref="LibraryException">It cannot be opened.</exception>
    public static SqliteSession Open(string path, bool make)
    {
        if (Directory.Exists(path))
            throw new LibraryException($"{path}: this is a folder; give a file with --library");
        if (!make && !File.Exists(path))
            throw new LibraryException($"{path}: there is no library yet; “stemma add” makes one, or give another file with --library");
        if (make)
            MakeFolder(path);
        return SqliteFailures.Told(path, () =>
        {
            SqliteSession session = Connect(path);
            try
            {
                Prepare(session, path);
                return session;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        });
    }

    private static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"{path}: its folder cannot be made ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static SqliteSession Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(path),
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = Patience,
        }.ConnectionString);
        var session = new SqliteSession(connection);
        try
        {
            connection.Open();
            // SQLite's own waiting looks again within milliseconds; the driver's only every 150.
            session.Run($"PRAGMA busy_timeout = {Patience * 1000}");
            session.Run($"PRAGMA cache_size = {Cache}");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteSession session, string path)
    {
        int version = Layout(session);
        bool isEmpty = version == 0 && session.Number("SELECT count(*) FROM sqlite_schema") == 0;
        if (!isEmpty && session.Number("PRAGMA application_id") != SqliteSchema.ApplicationId)
            throw new LibraryException($"{path}: this is a file of another program, not a Stemma library; give another file with --library");
        if (version > SqliteSchema.Current)
        {
            throw new LibraryException(FormattableString.Invariant(
                $"{path}: a newer Stemma wrote this library (layout {version}; this one knows layouts up to {SqliteSchema.Current}); update Stemma, or give another file with --library"));
        }
        // The journal stays so once it is set; all else holds for the connection.
        session.Run("PRAGMA journal_mode = WAL");
        // An acknowledged report must outlive a power cut: each commit waits for the disk.
        session.Run("PRAGMA synchronous = FULL");
        if (version == SqliteSchema.Current)
            return;
        if (!isEmpty)
            Copy(session, path, version);
        Migrate(session);
    }

    /// <summary>The number of the layout, 0 for an empty file.</summary>
    public static int Layout(SqliteSession session) => (int)session.Number("PRAGMA user_version");

    /// <summary>Writes a copy of the library as of one moment; it has its name only once it is whole.</summary>
    /// <exception cref="IOException">It cannot be written, or there is a file of that name.</exception>
    public static void Copy(SqliteSession session, string path)
    {
        string unfinished = path + ".unfinished";
        File.Delete(unfinished);
        session.Run("VACUUM INTO $path", ("$path", unfinished));
        File.Move(unfinished, path, overwrite: false);
    }

    private static void Copy(SqliteSession session, string path, int version)
    {
        string copy = FormattableString.Invariant($"{path}.v{version}.bak");
        try
        {
            if (!File.Exists(copy))
                Copy(session, copy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"{copy}: the copy that is kept before a library is brought up to date cannot be written ({e.Message.TrimEnd('.')})", e);
        }
    }

    // All steps or none. Another process may have done it while this one waited.
    private static void Migrate(SqliteSession session)
    {
        using SqliteTransaction transaction = session.Connection.BeginTransaction(deferred: false);
        session.Transaction = transaction;
        try
        {
            for (int version = Layout(session) + 1; version <= SqliteSchema.Current; version++)
                session.Run(SqliteSchema.Step(version));
            session.Run($"PRAGMA application_id = {SqliteSchema.ApplicationId}");
            session.Run($"PRAGMA user_version = {SqliteSchema.Current}");
            transaction.Commit();
        }
        finally
        {
            session.Transaction = null;
        }
    }
}

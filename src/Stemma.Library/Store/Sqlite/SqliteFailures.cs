using Microsoft.Data.Sqlite;

namespace Stemma.Library.Store.Sqlite;

/// <summary>What SQLite's result codes mean for the person who runs the program.</summary>
internal static class SqliteFailures
{
    // source: https://www.sqlite.org/rescode.html, primary result codes.
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Interrupted = 9, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Does something with the file; what SQLite refuses becomes a plain message.</summary>
    public static T Told<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new LibraryException($"{path}: {Why(e)}", e);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidCastException)
        {
            // What is read back is not what was written.
            throw new LibraryException($"{path}: a record in it cannot be read ({e.Message.TrimEnd('.')}); run “stemma db check”, and restore a backup where it finds faults", e);
        }
    }

    /// <summary>The same for what gives nothing back.</summary>
    public static void Told(string path, Action work) => Told(path, () =>
    {
        work();
        return true;
    });

    private static string Why(SqliteException e) => e.SqliteErrorCode switch
    {
        Busy or Locked => "another process is writing to this library and did not end in time; wait until it has ended and run this again",
        ReadOnly => "this library may not be written to; check the permissions of the file and of its folder",
        Interrupted => "it was interrupted; run it again",
        InputOutput => $"the disk does not read or write as it should ({e.Message.TrimEnd('.')}); check the disk and its space",
        Corrupt => "this library is damaged; restore a backup (stemma db backup makes one), and keep this file if you want it examined",
        Full => "the disk is full; make room and run this again: nothing that was acknowledged is lost",
        CannotOpen => "this library cannot be opened; check that its folder is there and that you may write to it",
        NotADatabase => "this file is no Stemma library; give another file with --library",
        _ => $"the library cannot be used ({e.Message.TrimEnd('.')}); run “stemma db check”",
    };
}

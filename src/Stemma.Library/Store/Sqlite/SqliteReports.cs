using System.Text;
using Microsoft.Data.Sqlite;

namespace Stemma.Library.Store.Sqlite;

/// <summary>Reads reports and their versions.</summary>
internal static class SqliteReports
{
    private const string Select = """
        SELECT r.id, v.data, v.text, r.version, s.id, r.added, r.changed
        FROM reports r JOIN versions v ON v.report = r.report AND v.number = r.version LEFT JOIN stories s ON s.story = r.story
        """;

    /// <summary>The report of this id.</summary>
    public static StoredReport? Of(SqliteSession session, string id) => session.First($"{Select} WHERE r.id = $id", Read, ("$id", id));

    /// <summary>The report of this row.</summary>
    public static StoredReport? Of(SqliteSession session, long row) => session.First($"{Select} WHERE r.report = $report", Read, ("$report", row));

    /// <summary>The reports of a story, by id.</summary>
    public static List<StoredReport> OfStory(SqliteSession session, string story) => session.All($"{Select} WHERE s.id = $story ORDER BY r.id", Read, ("$story", story));

    /// <summary>The versions of a report.</summary>
    public static List<StoredVersion> Versions(SqliteSession session, string id) => session.All(
        "SELECT v.number, v.data, v.text, v.added, v.source_hash FROM versions v JOIN reports r ON r.report = v.report WHERE r.id = $id ORDER BY v.number",
        row => new StoredVersion(row.GetInt32(0), Report(row, 1), SqliteSession.Time(row, 3), SqliteSession.Bytes(row, 4)), ("$id", id));

    // "+" keeps SQLite from the index of days: of the few reports that came since, it would look at all of those days.
    private const string SelectFeatures = "SELECT r.report, r.id, s.id, r.placed_day, f.bytes FROM reports r JOIN features f ON f.report = r.report JOIN stories s ON s.story = r.story WHERE ",
        FeaturesOfDays = SelectFeatures + "r.report > $after AND r.placed_day BETWEEN $from AND $to ORDER BY r.report",
        FeaturesSince = SelectFeatures + "r.report > $after AND +r.placed_day BETWEEN $from AND $to ORDER BY r.report";

    /// <summary>What places the reports of some days, in order of adding.</summary>
    public static List<StoredFeatures> Features(SqliteSession session, long after, DateOnly from, DateOnly to) => session.All(
        after > 0 ? FeaturesSince : FeaturesOfDays,
        row => new StoredFeatures(row.GetInt64(0), row.GetString(1), row.GetString(2), DateOnly.FromDayNumber(row.GetInt32(3)), SqliteSession.Bytes(row, 4)),
        ("$after", after), ("$from", from.DayNumber), ("$to", to.DayNumber));

    /// <summary>The ids that begin so.</summary>
    public static List<string> IdsFrom(SqliteSession session, string start, int most) => session.All(
        """
        SELECT id FROM reports WHERE id >= $start AND id < $end UNION ALL SELECT id FROM stories WHERE id >= $start AND id < $end ORDER BY 1 LIMIT $most
        """,
        row => row.GetString(0), ("$start", start), ("$end", start + '\uFFFF'), ("$most", most));

    /// <summary>The report in the columns "data" and "text".</summary>
    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public static Reports.Report Report(SqliteDataReader row, int column)
    {
        try
        {
            return StoredReportJson.Read(SqliteSession.Bytes(row, column), Encoding.UTF8.GetString(SqliteSession.Bytes(row, column + 1)));
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static StoredReport Read(SqliteDataReader row) => new(
        row.GetString(0), Report(row, 1), row.GetInt32(3), SqliteSession.Text(row, 4) ?? "", SqliteSession.Time(row, 5), SqliteSession.Time(row, 6));
}

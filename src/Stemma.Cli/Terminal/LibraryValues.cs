using System.Globalization;
using System.Text.Json;
using Stemma.Library.Store;
using Stemma.Reports;

namespace Stemma.Cli.Terminal;

/// <summary>How ids, days and reports of a library are written, for a reader and as JSON.</summary>
internal static class LibraryValues
{
    // Characters of an id that a terminal shows; the beginning of an id stands for it where no other begins so.
    private const int ShownId = 10;

    /// <summary>An id as a terminal shows it.</summary>
    public static string Shown(string id) => id.Length > ShownId ? id[..ShownId] : id;

    /// <summary>A day or an interval of days as a terminal shows it.</summary>
    public static string Days(DateOnly? from, DateOnly? to) =>
        from is not { } first ? "no date" : to is { } last && last != first ? $"{Day(first)} – {Day(last)}" : Day(first);

    /// <summary>A day, ISO 8601.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Writes a day or null.</summary>
    public static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, day is { } known ? Day(known) : null);

    /// <summary>A moment, ISO 8601 in UTC.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A whole number with commas.</summary>
    public static string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Writes the fields by which every answer names a report.</summary>
    /// <param name="json">Where to, inside an object.</param>
    /// <param name="stored">The report.</param>
    /// <param name="score">How well it matches a search; null where nothing was searched.</param>
    public static void WriteReport(Utf8JsonWriter json, StoredReport stored, double? score = null)
    {
        Report report = stored.Report;
        json.WriteString("report", stored.Id);
        json.WriteString("story", stored.Story);
        if (score is { } known)
            json.WriteNumber("score", Math.Round(known, 4));
        json.WriteString("name", report.Id);
        json.WriteString("url", report.Url);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("title", report.Title);
        WriteDay(json, "from", report.Published?.From);
        WriteDay(json, "to", report.Published?.To);
        json.WriteString("language", report.Language);
    }
}

using System.Globalization;
using System.Text;
using CsvHelper;

namespace Stemma.Library;

/// <summary>Reads reports.csv: a header line with the columns in any order, then one line a report.</summary>
internal static class SideFileCsv
{
    /// <summary>In bytes; guards against a quotation mark that is never closed.</summary>
    private const int LongestRecord = 1 << 20;

    /// <summary>The entries; what is wrong goes to <paramref name="problems"/>.</summary>
    public static List<SideEntry> Read(string path, byte[] bytes, List<FileProblem> problems)
    {
        var entries = new List<SideEntry>();
        var options = new CsvReaderOptions
        {
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = record => problems.Add(new FileProblem(path,
                string.Create(CultureInfo.InvariantCulture, $"line {record.LineNumber}: the quotation marks do not match; put a field with a comma into \"…\" and double the marks inside it"), false)),
        };
        try
        {
            using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            using CsvReader csv = CsvReader.FromText(text.ReadToEnd(), options);
            csv.ReadHeader();
            if (!CheckHeader(path, csv, problems))
                return entries;
            while (csv.Read())
                entries.Add(new SideEntry(string.Create(CultureInfo.InvariantCulture, $"line {csv.LineNumber}"), Field(csv, 0) ?? "", Field(csv, 1), Field(csv, 2), Field(csv, 3)));
        }
        catch (CsvFormatException e)
        {
            problems.Add(new FileProblem(path, string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber}: this is no CSV ({e.Message.TrimEnd('.')}); correct the line, what stands before it was used"), false));
        }
        return entries;
    }

    private static string? Field(CsvReader csv, int column) =>
        csv.TryGetFieldIndex(SideFile.Columns[column], out int index) && index < csv.FieldCount && csv.GetString(index) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static bool CheckHeader(string path, CsvReader csv, List<FileProblem> problems)
    {
        string example = string.Join(',', SideFile.Columns);
        string[] header = [.. csv.Headers.Select(h => h.Trim())];
        if (header.Length == 0)
        {
            problems.Add(new FileProblem(path, $"the side file is empty; begin it with the line {example} or remove it", false));
            return false;
        }
        if (!header.Contains(SideFile.Columns[0], StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(new FileProblem(path, $"line 1: there is no column “{SideFile.Columns[0]}”, so the side file was not used; begin it with the line {example}", false));
            return false;
        }
        foreach (string unknown in header.Where(h => !SideFile.Columns.Contains(h, StringComparer.OrdinalIgnoreCase)))
            problems.Add(new FileProblem(path, $"line 1: the column “{unknown}” is not known and was passed over; known are {string.Join(", ", SideFile.Columns)}", false));
        return true;
    }
}

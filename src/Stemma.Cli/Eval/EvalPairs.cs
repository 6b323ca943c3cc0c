using System.Globalization;
using System.Text.Json;
using Stemma.Library;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli.Eval;

/// <summary>
/// Verdicts on short reports, each object a story of its own: lines {id, a, b} with two reports {text, published, outlet} in, lines
/// {id, verdict} out; or lines {id, reports} with several in, lines {id, conflicts} out.
/// </summary>
internal static class EvalPairs
{
    // The gravest first.
    private static readonly string[] s_verdicts = ["conflict", "compatible", "agree"];

    public static void Run(string input, string output, EvalProgress progress)
    {
        using FileStream stream = File.Create(output);
        foreach (JsonElement story in JsonLines.Read(input))
        {
            string id = story.Text("id") ?? throw new FormatException($"{input}: an object has no id");
            bool several = story.TryGetProperty("reports", out JsonElement reports);
            Report[] read = several
                ? [.. reports.EnumerateArray().Select((r, i) => ReportOf(r, r.Text("id") ?? i.ToString(CultureInfo.InvariantCulture), input))]
                : [ReportOf(story.GetProperty("a"), "a", input), ReportOf(story.GetProperty("b"), "b", input)];
            IReadOnlyList<DossierClaim> claims = StoryReader.Read(read).Claims;
            JsonLines.Write(stream, line =>
            {
                line.WriteString("id", id);
                if (several)
                    line.WriteNumber("conflicts", claims.Count(c => c.Verdict == s_verdicts[0]));
                else
                    line.WriteString("verdict", claims.Count == 0 ? "silent" : s_verdicts.First(v => claims.Any(c => c.Verdict == v)));
                line.WriteStartArray("reasons");
                foreach (string reason in claims.SelectMany(c => c.Reasons))
                    line.WriteStringValue(reason);
                line.WriteEndArray();
            });
            progress.Step();
        }
    }

    private static Report ReportOf(JsonElement report, string id, string input)
    {
        string text = report.Text("text") ?? throw new FormatException($"{input}: {id} has no text");
        return new Report
        {
            Id = id,
            Text = text,
            Language = "en",
            Outlet = report.Text("outlet"),
            Published = report.Day("published") is { } day ? new PublicationDate(day, day, DateSource.File, []) : null,
        };
    }
}

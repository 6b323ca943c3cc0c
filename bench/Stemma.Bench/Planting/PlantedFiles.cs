using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stemma.Bench.Planting;

/// <summary>Writes planted stories and corpora: what is read, and beside it the truth.</summary>
internal static class PlantedFiles
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A folder with the reports and reports.json, which <c>stemma read</c> takes, and FOLDER.truth.json beside it.</summary>
    public static void Write(PlantedStory story, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (PlantedReport report in story.Reports)
            File.WriteAllText(Path.Combine(folder, report.File), report.Text);
        File.WriteAllText(Path.Combine(folder, "reports.json"), JsonSerializer.Serialize(story.Reports.Select(r => new { r.File, r.Outlet, r.Published }), s_json));
        var truth = new
        {
            story.Origins,
            story.Lost,
            Reports = story.Reports.Select(r => new { r.File, r.Mode, r.Parents, r.AsGood, r.Origins, Sentences = r.Sentences.Select(s => new { s.Start, s.End, s.Root }) }),
        };
        File.WriteAllText(folder.TrimEnd('/') + ".truth.json", JsonSerializer.Serialize(truth, s_json));
    }

    /// <summary>A corpus as JSON lines: id, text, parent (null for an original) and mode.</summary>
    public static void Write(IEnumerable<PlantedDocument> corpus, string file)
    {
        using var writer = new StreamWriter(file) { NewLine = "\n" };
        foreach (PlantedDocument document in corpus)
            writer.WriteLine(JsonSerializer.Serialize(document, s_json));
    }
}

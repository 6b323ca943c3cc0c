using System.Globalization;
using System.Text.Json;
using Stemma.Library;
using Stemma.Stories.Clustering;

namespace Stemma.Cli.Eval;

/// <summary>Puts each text to a story, in the format of <c>score_cluster.py</c>: {id, title, text, date} → {id, cluster}.</summary>
internal static class EvalStories
{
    /// <summary>Reads the texts and writes a line for each, in the order of the input.</summary>
    /// <exception cref="FormatException">A line has no id or no text.</exception>
    public static void Run(string input, string output, EvalProgress progress)
    {
        StoryText[] texts = [.. JsonLines.Read(input).Select(ToText)];
        IReadOnlyList<int> stories = StoryClusterer.Cluster(texts, progress.Step);
        using FileStream file = File.Create(output);
        for (int i = 0; i < texts.Length; i++)
        {
            JsonLines.Write(file, w =>
            {
                w.WriteString("id", texts[i].Id);
                w.WriteNumber("cluster", stories[i]);
            });
        }
    }

    private static StoryText ToText(JsonElement line)
    {
        string id = line.Text("id") ?? throw new FormatException("a line has no “id”");
        string text = line.Text("text") ?? throw new FormatException($"the line “{id}” has no “text”");
        return new StoryText(id, line.Text("title") ?? "", text, line.Day("date"));
    }
}

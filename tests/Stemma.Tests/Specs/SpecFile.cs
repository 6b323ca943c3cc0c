namespace Stemma.Tests.Specs;

/// <summary>A case of a spec: a text and what a careful reader finds in it.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">The word after "report" on the fence: "", "html", "titled".</param>
/// <param name="Report">The text.</param>
/// <param name="Expected">The expected lines.</param>
internal sealed record SpecCase(string Title, string Kind, string Report, IReadOnlyList<string> Expected);

/// <summary>
/// Reads a spec: Markdown in which every "## Title" is followed by a fenced block ```report and a fenced block ```expect.
/// All else is for the reader.
/// </summary>
internal static class SpecFile
{
    /// <summary>The cases of a file in this folder.</summary>
    /// <exception cref="FormatException">A case has no report or nothing expected, or two cases have one title.</exception>
    public static IReadOnlyList<SpecCase> Read(string name)
    {
        var cases = new List<SpecCase>();
        string title = "", kind = "", report = "";
        string? fence = null;
        var block = new List<string>();
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Stemma.Tests", "Specs", name)))
        {
            if (fence is null)
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                    (title, report) = (line[3..], "");
                else if (title.Length > 0 && line.StartsWith("```", StringComparison.Ordinal) && line.Length > 3)
                    (fence, block) = (line[3..], []);
                continue;
            }
            if (line != "```")
            {
                block.Add(line);
                continue;
            }
            string[] words = fence.Split(' ');
            fence = null;
            if (words[0] == "report")
            {
                (kind, report) = (words.Length > 1 ? words[1] : "", string.Join('\n', block));
            }
            else if (words[0] == "expect")
            {
                if (report.Length == 0 || cases.Exists(c => c.Title == title))
                    throw new FormatException($"{name}: the case “{title}” has no report or stands twice");
                cases.Add(new SpecCase(title, kind, report, [.. block.Where(l => l.Trim().Length > 0)]));
            }
        }
        return fence is null && cases.Count > 0 ? cases : throw new FormatException($"{name}: a fence is not closed, or there is no case");
    }
}

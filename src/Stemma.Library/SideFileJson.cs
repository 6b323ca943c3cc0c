using System.Globalization;
using System.Text.Json;

namespace Stemma.Library;

/// <summary>Reads reports.json: an array of objects with "file", or one object whose members are the files.</summary>
internal static class SideFileJson
{
    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The entries; what is wrong goes to <paramref name="problems"/>.</summary>
    public static List<SideEntry> Read(string path, byte[] bytes, List<FileProblem> problems)
    {
        var entries = new List<SideEntry>();
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(), s_lenient);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array)
            {
                int number = 0;
                foreach (JsonElement element in root.EnumerateArray())
                    Add(path, element, string.Create(CultureInfo.InvariantCulture, $"entry {++number}"), null, entries, problems);
            }
            else if (root.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in root.EnumerateObject())
                    Add(path, member.Value, $"entry “{member.Name}”", member.Name, entries, problems);
            }
            else
            {
                problems.Add(new FileProblem(path, "the side file is neither a list nor an object; write [{\"file\": \"a.txt\", \"outlet\": \"…\", \"published\": \"2024-03-12\"}]", false));
            }
        }
        catch (JsonException e)
        {
            problems.Add(new FileProblem(path, string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}: this is not JSON, so the side file was not used; correct it or write reports.csv"), false));
        }
        return entries;
    }

    private static void Add(string path, JsonElement element, string line, string? file, List<SideEntry> entries, List<FileProblem> problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new FileProblem(path, $"{line}: this is no object; write {{\"file\": \"a.txt\", \"outlet\": \"…\", \"published\": \"2024-03-12\"}}", false));
            return;
        }
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!SideFile.Columns.Contains(member.Name, StringComparer.OrdinalIgnoreCase))
                problems.Add(new FileProblem(path, $"{line}: “{member.Name}” is not known and was passed over; known are {string.Join(", ", SideFile.Columns)}", false));
        }
        entries.Add(new SideEntry(line, file ?? element.Text("file") ?? "", element.Text("outlet"), element.Text("url"), element.Text("published")));
    }
}

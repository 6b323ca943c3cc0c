using System.Text.Json;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>The dossier that the built program makes of the sample story, and questions to it.</summary>
public sealed class SampleStory : IDisposable
{
    private readonly JsonDocument _dossier;

    /// <summary>Runs the program once for all the facts.</summary>
    public SampleStory()
    {
        using var folder = new TemporaryFolder();
        Run run = StemmaProcess.Stemma("read", StemmaProcess.Sample, "-o", folder["story.json"]);
        Assert.True(run.ExitCode == 0, $"stemma read ended with {run.ExitCode}: {run.Errors}");
        _dossier = JsonDocument.Parse(File.ReadAllBytes(folder["story.json"]));
    }

    /// <summary>The whole dossier.</summary>
    public JsonElement Root => _dossier.RootElement;

    /// <summary>The lineage.</summary>
    public JsonElement Lineage => Root.GetProperty("lineage");

    /// <summary>A list of the dossier.</summary>
    public IEnumerable<JsonElement> All(string name) => Root.GetProperty(name).EnumerateArray();

    /// <summary>The report of this file.</summary>
    public JsonElement Report(string file) => All("reports").Single(r => r.GetProperty("id").GetString() == file);

    /// <summary>Where the words stand in the report's text: each place, since web junk repeats.</summary>
    public IReadOnlyList<(int Start, int End)> Places(string file, string words)
    {
        string text = Report(file).GetProperty("text").GetString()!;
        var places = new List<(int, int)>();
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            places.Add((at, at + words.Length));
        Assert.True(places.Count > 0, $"{file} does not hold “{words}”");
        return places;
    }

    /// <summary>The quotations of the report that hold one of the places of these words.</summary>
    public JsonElement[] Quotes(string file, string words)
    {
        IReadOnlyList<(int Start, int End)> places = Places(file, words);
        return [.. All("quotes").Where(q => q.GetProperty("report").GetString() == file
            && places.Any(p => q.GetProperty("start").GetInt32() <= p.Start + 1 && p.End - 1 <= q.GetProperty("end").GetInt32()))];
    }

    /// <summary>The id of the quotation that holds these words.</summary>
    public string QuoteId(string file, string words) => Quotes(file, words) switch
    {
        [var one, ..] => one.GetProperty("id").GetString()!,
        [] => throw new Xunit.Sdk.XunitException($"no quotation “{words}” was found in {file}"),
    };

    /// <summary>The wordings that hold all of these quotations.</summary>
    public JsonElement[] WordingsOf(params string[] quotes) =>
        [.. All("wordings").Where(w => quotes.All(q => w.GetProperty("quotes").EnumerateArray().Any(x => x.GetString() == q)))];

    /// <summary>True where every place of the words lies in a cut part.</summary>
    public bool IsCut(string file, string words) =>
        Places(file, words).All(p => Report(file).GetProperty("cut").EnumerateArray()
            .Any(c => c.GetProperty("start").GetInt32() <= p.Start && p.End <= c.GetProperty("end").GetInt32()));

    /// <summary>True where no place of the words touches a cut part.</summary>
    public bool IsKept(string file, string words) =>
        Places(file, words).All(p => !Report(file).GetProperty("cut").EnumerateArray()
            .Any(c => c.GetProperty("start").GetInt32() < p.End && p.Start < c.GetProperty("end").GetInt32()));

    /// <summary>The ids of lost dispatches.</summary>
    public IReadOnlySet<string> Lost => Lineage.GetProperty("lost").EnumerateArray().Select(l => l.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);

    /// <summary>The strings of an array.</summary>
    public static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!).Order(StringComparer.Ordinal)];

    public void Dispose() => _dossier.Dispose();
}

using System.Text.Json;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>What every dossier promises, checked on that of the sample story.</summary>
public sealed class DossierTests(SampleStory story) : IClassFixture<SampleStory>
{
    [Fact]
    public void Every_place_lies_inside_the_text_of_its_report()
    {
        var wrong = new List<string>();
        int places = 0;
        Walk(story.Root, "", null, (path, report, start, end) =>
        {
            places++;
            if (report is null || start < 0 || end <= start || end > Text(report).Length)
                wrong.Add($"{path}: [{start}, {end}) of {report}");
        });
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        Assert.True(places > 100, $"only {places} places");
    }

    [Fact]
    public void No_finding_lies_in_a_part_that_was_cut()
    {
        var cuts = story.All("reports").ToDictionary(r => r.GetProperty("id").GetString()!, r => r.GetProperty("cut").EnumerateArray().Select(Span).ToArray(), StringComparer.Ordinal);
        string[] wrong = [.. story.All("quotes").Concat(story.All("times")).Concat(story.All("passages").SelectMany(p => (JsonElement[])[p.GetProperty("a"), p.GetProperty("b")]))
            .Where(f => cuts[f.GetProperty("report").GetString()!].Any(c => c.Start < Span(f).End && Span(f).Start < c.End)).Select(f => f.GetRawText())];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Take(5)));
    }

    [Fact]
    public void Every_id_that_is_named_exists()
    {
        var reports = Ids("reports");
        var quotes = Ids("quotes");
        var passages = Ids("passages");
        var origins = story.Lineage.GetProperty("origins").EnumerateArray().Select(o => o.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
        var nodes = reports.Union(story.Lost, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        Assert.All(story.All("wordings"), w => Assert.DoesNotContain(SampleStory.Strings(w.GetProperty("quotes")), id => !quotes.Contains(id)));
        Assert.All(story.All("claims"), c => Assert.DoesNotContain(SampleStory.Strings(c.GetProperty("origins")), id => !origins.Contains(id)));
        Assert.All(story.Lineage.GetProperty("links").EnumerateArray(), l =>
        {
            Assert.Contains(l.GetProperty("from").GetString()!, nodes);
            Assert.Contains(l.GetProperty("to").GetString()!, reports);
            Assert.DoesNotContain(SampleStory.Strings(l.GetProperty("passages")), id => !passages.Contains(id));
        });
        Assert.All(story.Lineage.GetProperty("origins").EnumerateArray(), o => Assert.Contains(o.GetProperty("root").GetString()!, nodes));
    }

    [Fact]
    public void Every_report_rests_on_an_origin() =>
        Assert.Equal(Ids("reports").Order(StringComparer.Ordinal),
            story.Lineage.GetProperty("origins").EnumerateArray().SelectMany(o => SampleStory.Strings(o.GetProperty("reports"))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_finding_says_why()
    {
        Assert.All(story.Lineage.GetProperty("links").EnumerateArray(), HasReasons);
        Assert.All(story.Lineage.GetProperty("lost").EnumerateArray(), HasReasons);
        Assert.All(story.All("quotes"), HasReasons);
        Assert.All(story.All("claims"), HasReasons);
    }

    [Fact]
    public void The_edits_of_a_pair_make_the_later_wording_of_the_earlier()
    {
        var quotes = story.All("quotes").ToDictionary(q => q.GetProperty("id").GetString()!, StringComparer.Ordinal);
        int edited = 0;
        foreach (JsonElement pair in story.All("wordings").SelectMany(w => w.GetProperty("pairs").EnumerateArray()))
        {
            JsonElement a = quotes[pair.GetProperty("a").GetString()!], b = quotes[pair.GetProperty("b").GetString()!];
            foreach (JsonElement edit in pair.GetProperty("edits").EnumerateArray())
            {
                edited++;
                Assert.InRange(edit.GetProperty("aStart").GetInt32(), Span(a).Start, edit.GetProperty("aEnd").GetInt32());
                Assert.InRange(edit.GetProperty("aEnd").GetInt32(), edit.GetProperty("aStart").GetInt32(), Span(a).End);
                Assert.InRange(edit.GetProperty("bStart").GetInt32(), Span(b).Start, edit.GetProperty("bEnd").GetInt32());
                Assert.InRange(edit.GetProperty("bEnd").GetInt32(), edit.GetProperty("bStart").GetInt32(), Span(b).End);
                string op = edit.GetProperty("op").GetString()!;
                Assert.Equal(op == "insert", edit.GetProperty("aStart").GetInt32() == edit.GetProperty("aEnd").GetInt32());
                Assert.Equal(op == "delete", edit.GetProperty("bStart").GetInt32() == edit.GetProperty("bEnd").GetInt32());
            }
        }
        Assert.True(edited > 0, "no edits at all");
    }

    private static void HasReasons(JsonElement finding) =>
        Assert.True(finding.GetProperty("reasons").GetArrayLength() > 0, "no reasons: " + finding.GetRawText());

    private HashSet<string> Ids(string list) => story.All(list).Select(x => x.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);

    private string Text(string report) => story.Report(report).GetProperty("text").GetString()!;

    private static (int Start, int End) Span(JsonElement place) => (place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32());

    // Every object with a start and an end, with the report that it or the object around it names.
    private static void Walk(JsonElement element, string path, string? report, Action<string, string?, int, int> visit)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Walk(item, path, report, visit);
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("report", out JsonElement named) && named.ValueKind == JsonValueKind.String)
            report = named.GetString();
        else if (path == ".reports")
            report = element.GetProperty("id").GetString();
        if (element.TryGetProperty("start", out JsonElement start) && start.ValueKind == JsonValueKind.Number)
            visit(path, report, start.GetInt32(), element.GetProperty("end").GetInt32());
        foreach (JsonProperty property in element.EnumerateObject())
            Walk(property.Value, $"{path}.{property.Name}", report, visit);
    }
}

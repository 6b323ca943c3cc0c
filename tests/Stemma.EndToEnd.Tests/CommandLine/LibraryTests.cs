using System.Text.Json;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>The verbs of the library as their users type them, one process after the other on one file.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Run Library(params string[] arguments) => StemmaProcess.Stemma([.. arguments, "--library", _folder["library.db"]]);

    private JsonElement[] Lines(params string[] arguments)
    {
        Run run = Library([.. arguments, "--json"]);
        run.DidNotCrash();
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.Clone())];
    }

    [Fact]
    public void Reports_are_added_found_and_shown()
    {
        JsonElement[] added = Lines("add", StemmaProcess.Sample);
        Assert.Equal(8, added.Length);
        Assert.All(added, line => Assert.Equal("new", line.GetProperty("result").GetString()));
        Assert.All(Lines("add", StemmaProcess.Sample), line => Assert.Equal("same", line.GetProperty("result").GetString()));

        JsonElement[] stories = Lines("stories");
        Assert.Equal(8, stories.Sum(s => s.GetProperty("reports").GetInt32()));
        string story = stories.MaxBy(s => s.GetProperty("reports").GetInt32()).GetProperty("story").GetString()!;

        Run shown = Library("show", story[..8], "-o", _folder["story.json"]);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("Who took from whom", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, StemmaProcess.Stemma("check", _folder["story.json"]).ExitCode);
        Assert.Equal(shown.Output, Library("show", story, "-o", _folder["again.json"]).Output);
        Assert.Equal(File.ReadAllBytes(_folder["story.json"]), File.ReadAllBytes(_folder["again.json"]));
        Assert.Contains(Lines("stories"), s => s.GetProperty("dossier").TryGetProperty("origins", out JsonElement origins) && origins.GetInt32() > 0);

        JsonElement[] found = Lines("search", "fish quay", "speaker:quennell");
        Assert.NotEmpty(found);
        foreach (JsonElement hit in found)
        {
            JsonElement report = Whole("show", hit.GetProperty("report").GetString()!);
            string text = report.GetProperty("versions")[0].GetProperty("text").GetString()!;
            JsonElement passage = hit.GetProperty("passage");
            Assert.Equal(passage.GetProperty("text").GetString(), text[passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()]);
            Assert.Contains(passage.GetProperty("words").EnumerateArray(), w => text[w.GetProperty("start").GetInt32()..w.GetProperty("end").GetInt32()].Equals("quay", StringComparison.OrdinalIgnoreCase));
        }
        Assert.Equal("sound\n", Library("db", "check").Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_person_parts_a_report_from_its_story_and_it_stays_apart()
    {
        Lines("add", StemmaProcess.Sample);
        JsonElement largest = Lines("stories").MaxBy(s => s.GetProperty("reports").GetInt32());
        string story = largest.GetProperty("story").GetString()!;
        string[] reports = [.. Lines("search", "bridge").Where(h => h.GetProperty("story").GetString() == story).Select(h => h.GetProperty("report").GetString()!).Take(2)];
        Assert.Equal(2, reports.Length);
        Assert.NotEmpty(Lines("place", reports[0][..8], "--apart-from", reports[1]));
        Assert.Empty(Lines("place"));
        Assert.NotEqual(Whole("show", reports[0]).GetProperty("story").GetString(), Whole("show", reports[1]).GetProperty("story").GetString());
        Run wrong = Library("place", reports[0], "--in", reports[1]);
        Assert.Equal(2, wrong.ExitCode);
        wrong.Says("a story's id is wanted");
        Assert.Equal(2, Library("place", reports[0]).ExitCode);
        Assert.Equal("sound\n", Library("db", "check").Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_corrected_report_is_a_new_version_and_who_still_has_the_old_words_is_told()
    {
        const string text = "The lamp was lit in 1983.\n\nThe keeper of the lighthouse on Orm Point, Hedda Brask, climbed its 212 steps for the last time on Friday, and gave the keys to the harbour office.";
        _folder.Write("r/reports.csv", "file,outlet,url\na.txt,Orm Post,https://orm.example/keeper\nb.txt,Coast,https://coast.example/keeper\n");
        _folder.Write("r/a.txt", text);
        _folder.Write("r/b.txt", text);
        Assert.Equal(0, Library("add", _folder["r"]).ExitCode);
        _folder.Write("r/a.txt", text.Replace("1983", "1985", StringComparison.Ordinal));
        JsonElement[] lines = Lines("add", _folder["r"]);
        Assert.Equal(["version", "same"], lines.Select(l => l.GetProperty("result").GetString()));
        Run shown = Library("show", lines[0].GetProperty("report").GetString()!);
        Assert.Contains("- The lamp was lit in 1983.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("+ The lamp was lit in 1985.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("still stand in Coast", shown.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_report_is_told_and_the_others_are_added()
    {
        _folder.WriteReport("in/good.txt");
        _folder.Write("in/empty.txt", "");
        Run run = Library("add", _folder["in"], _folder["nowhere.txt"]);
        run.DidNotCrash();
        Assert.Equal(1, run.ExitCode);
        run.Says("empty.txt");
        run.Says("nowhere.txt");
        Assert.StartsWith("1 report: 1 new", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Corpora_are_added_a_line_at_a_time()
    {
        _folder.Write("corpus.jsonl", string.Concat(Enumerable.Range(0, 30).Select(i =>
            JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = $"d{i}", ["text"] = $"Notice {i} of the harbour office of Orm tells that berth {i} is closed from Monday until the dredger has left." }) + "\n")));
        Assert.Equal(30, Lines("add", _folder["corpus.jsonl"]).Length);
        Assert.Single(Lines("search", "\"berth 17\""));
    }

    [Fact]
    public void With_read_the_dossiers_are_made_at_once()
    {
        Assert.Equal(0, Library("add", StemmaProcess.Sample, "--read").ExitCode);
        JsonElement stats = Assert.Single(Lines("db", "stats"));
        Assert.Equal(0, stats.GetProperty("waiting").GetInt32());
        Assert.Equal(stats.GetProperty("stories").GetInt32(), stats.GetProperty("dossiers").GetInt32());
    }

    [Theory]
    [InlineData("stories")]
    [InlineData("show", "s0000")]
    [InlineData("search", "bridge")]
    [InlineData("db", "check")]
    public void Without_a_library_it_is_told_how_to_make_one(params string[] arguments)
    {
        Run run = Library(arguments);
        Assert.Equal(2, run.ExitCode);
        run.Says("stemma add");
    }

    [Fact]
    public void A_copy_can_be_used_in_place_of_the_library()
    {
        Library("add", _folder.WriteReport("good.txt"));
        Assert.Equal(0, Library("db", "backup", _folder["copy.db"]).ExitCode);
        Assert.Equal(2, Library("db", "backup", _folder["copy.db"]).ExitCode);
        Assert.Single(StemmaProcess.Stemma("search", "lighthouse", "--json", "--library", _folder["copy.db"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_environment_names_the_library_where_no_option_does()
    {
        Run run = StemmaProcess.Stemma(["add", _folder.WriteReport("good.txt")], new Dictionary<string, string> { ["STEMMA_LIBRARY"] = _folder["other.db"] });
        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(_folder["other.db"]));
    }

    private JsonElement Whole(params string[] arguments) => JsonDocument.Parse(Library([.. arguments, "--json"]).Output).RootElement.Clone();
}

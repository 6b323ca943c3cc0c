using System.Globalization;
using System.Text.Json;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>The copies of a corpus, as a process finds and writes them.</summary>
public sealed class DedupeTests : IDisposable
{
    private const string Ferry = "The night ferry to Holm will stop at the end of March, the harbour office said on Monday, because the ramp at Sund has sunk by a hand and nobody can say who has to pay for it.";
    private const string Mill = "A mill wheel that stood still for ninety years turns again in Aldery after three retired joiners rebuilt its forty oak paddles over two winters in a shed behind the fire station.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Clusters_and_pairs_are_written_with_the_words_in_both_texts()
    {
        string corpus = Corpus();
        Run run = StemmaProcess.Stemma("dedupe", corpus, "-o", _folder["out.jsonl"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Empty(run.Errors);
        Assert.Contains("4 documents: 3 stand in 1 cluster of copies, 1 alone", run.Output, StringComparison.Ordinal);
        List<JsonElement> lines = Lines(File.ReadAllText(_folder["out.jsonl"]));
        Assert.Equal(4, lines[0].GetProperty("total").GetInt32());
        Assert.Equal(["a", "b", "z"], lines[1].GetProperty("documents").EnumerateArray().Select(d => d.GetString()));
        Dictionary<string, string> texts = Lines(File.ReadAllText(corpus)).ToDictionary(l => l.GetProperty("id").ToString(), l => l.GetProperty("text").GetString()!, StringComparer.Ordinal);
        Assert.Equal(3, lines.Skip(2).Count());
        foreach (JsonElement pair in lines.Skip(2))
        {
            JsonElement passage = Assert.Single(pair.GetProperty("passages").EnumerateArray());
            foreach (string side in (string[])["a", "b"])
            {
                string text = texts[pair.GetProperty(side).GetString()!];
                string words = text[passage.GetProperty(side).GetProperty("start").GetInt32()..passage.GetProperty(side).GetProperty("end").GetInt32()];
                Assert.StartsWith("The night ferry to Holm", words, StringComparison.Ordinal);
                Assert.EndsWith("who has to pay for it", words, StringComparison.Ordinal);
            }
            Assert.NotEmpty(pair.GetProperty("reasons").EnumerateArray());
        }
    }

    [Fact]
    public void Order_threads_culture_and_an_output_that_broke_off_change_no_byte()
    {
        string[] lines = File.ReadAllLines(Corpus());
        string reversed = _folder.Write("reversed.jsonl", string.Join('\n', lines.Reverse()));
        _folder.Write("out.jsonl.part", "{\"half\": ");
        string output = _folder["out.jsonl"];
        Assert.Equal(0, StemmaProcess.Stemma("dedupe", _folder["corpus.jsonl"], "-o", output, "--threads", "1").ExitCode);
        string first = File.ReadAllText(output);
        Run run = StemmaProcess.Stemma(["dedupe", reversed, "-o", output, "--threads", "3"], new Dictionary<string, string> { ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Tokyo" });
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(first, File.ReadAllText(output));
        Assert.Equal(first, StemmaProcess.Stemma("dedupe", reversed, "--json").Output);
        Assert.False(File.Exists(output + ".part"));
    }

    [Fact]
    public void Bad_lines_are_named_and_the_rest_is_done_with_exit_code_1()
    {
        string corpus = _folder.Write("bad.jsonl", File.ReadAllText(Corpus()) + "{oops\n{\"id\":\"q\"}\n");
        Run run = StemmaProcess.Stemma("dedupe", corpus, "-o", _folder["out.jsonl"]);
        run.DidNotCrash();
        Assert.Equal(1, run.ExitCode);
        run.Says("bad.jsonl", "line 5", "not JSON");
        run.Says("bad.jsonl", "line 6", "no text");
        Assert.Equal(5, File.ReadLines(_folder["out.jsonl"]).Count());
    }

    [Theory]
    [InlineData("dedupe")]
    [InlineData("dedupe", "nowhere.jsonl")]
    [InlineData("dedupe", "--memory", "1", "x.jsonl")]
    [InlineData("dedupe", "x.jsonl", "-o", "no/such/folder/out.jsonl")]
    public void Wrong_use_ends_with_2_and_a_message(params string[] arguments)
    {
        Run run = StemmaProcess.Stemma(arguments);
        run.DidNotCrash();
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Errors);
    }

    [Fact]
    public void Hostile_documents_are_got_over()
    {
        string flood = string.Concat(Enumerable.Repeat("spam ", 1_000_000));
        var lines = Enumerable.Range(0, 500).Select(i => $$"""{"id":"paste{{i.ToString("000", CultureInfo.InvariantCulture)}}","text":"{{Mill}}"}""")
            .Append($$"""{"id":"flood","text":"{{flood}}"}""").Append("""{"id":"one","text":"word"}""").Append("""{"id":"half","text":"\ud800 \udfff\u0000"}""");
        Run run = StemmaProcess.Stemma("dedupe", _folder.Write("hostile.jsonl", string.Join('\n', lines)), "-o", _folder["out.jsonl"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("2 are too short", run.Output, StringComparison.Ordinal);
        Assert.Equal(1 + 1 + 499, File.ReadLines(_folder["out.jsonl"]).Count());
    }

    [Fact]
    public void Help_gives_an_example() =>
        Assert.Contains("Example: stemma dedupe ", StemmaProcess.Stemma("dedupe", "--help").Output, StringComparison.Ordinal);

    private string Corpus() => _folder.Write("corpus.jsonl", $$"""
        {"id":"z","text":"🚢 {{Ferry}}"}
        {"id":"a","title":"Ferry ends","text":"{{Ferry}}"}
        {"id":7,"text":"{{Mill}}"}
        {"id":"b","text":"{{Ferry.Replace("the end of March", "Easter", StringComparison.Ordinal)}} More soon."}

        """);

    private static List<JsonElement> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}

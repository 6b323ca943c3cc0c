using System.Text.Json;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>Public scorers count code points where .NET counts UTF-16 units; a text with an emoji shows the difference.</summary>
public sealed class EvalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Quotations_are_given_in_code_points()
    {
        const string text = "🌊 The river fell. “The mill opens at nine,” Lene Torvald said.";
        JsonElement line = Assert.Single(Evaluate("quotes", $$"""{"id": "a", "text": "{{text}}", "date": "2024-04-17"}"""));
        Assert.Equal("a", line.GetProperty("doc_id").GetString());
        Assert.Equal("The mill opens at nine,", Slice(text, line, "content"));
        Assert.Equal("Lene Torvald", Slice(text, line, "source"));
        Assert.Equal("said", Slice(text, line, "cue"));
    }

    [Fact]
    public void Times_are_given_in_code_points()
    {
        const string text = "🌊 The wheel stopped on Monday.";
        JsonElement line = Assert.Single(Evaluate("time", $$"""{"doc_id": "a", "text": "{{text}}", "dct": "2024-04-17"}"""));
        Assert.Equal("Monday", Slice(text, line, "start", "end"));
        Assert.Equal("2024-04-15", line.GetProperty("value").GetString());
    }

    [Fact]
    public void A_pair_of_documents_gives_the_reused_block_in_code_points()
    {
        string[] reused = [.. Enumerable.Range(1, 6).Select(i => $"On day {i} the crew of the dredger hauled {i * 7} loads of gravel out of the channel below Skerrin.")];
        string block = string.Join(' ', reused);
        _folder.Write("pairs", "susp1.txt src1.txt\n");
        Directory.CreateDirectory(_folder["susp"]);
        Directory.CreateDirectory(_folder["src"]);
        File.WriteAllText(Path.Combine(_folder["susp"], "susp1.txt"), "🌊 Nobody on the quay expected any of this.\n" + block + "\n");
        File.WriteAllText(Path.Combine(_folder["src"], "src1.txt"), block + "\n");
        Run run = StemmaProcess.Stemma("eval", "align", Path.GetDirectoryName(_folder["pairs"])!, "-o", _folder["found"], "--timing");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("pairs/s on one thread", run.Output, StringComparison.Ordinal);
        string xml = File.ReadAllText(Path.Combine(_folder["found"], "susp1-src1.xml"));
        // One code point for the wave, 42 to the line break.
        Assert.Contains($"this_offset=\"43\" this_length=\"{block.Length}\"", xml, StringComparison.Ordinal);
        Assert.Contains($"source_offset=\"0\" source_length=\"{block.Length}\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_pairs_are_scored_from_a_table_and_from_two_files()
    {
        const string a = "The ferry company bought four vessels on Monday.", b = "On Monday the company purchased four ferries.", c = "Frost took half of the apple harvest.";
        string[] fromTable = Scores(_folder.Write("pairs.tsv", $"Quality\tId\tId\tA\tB\n1\t1\t2\t{a}\t{b}\n0\t1\t3\t{a}\t{c}\n"));
        _folder.Write("set_s2.txt", $"{b}\n{c}\n");
        string[] fromFiles = Scores(_folder.Write("set_s1.txt", $"{a}\n{a}\n"));
        Assert.Equal(fromTable, fromFiles);
        double[] scores = [.. fromTable.Select(l => double.Parse(l.Split('\t')[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.True(scores[0] > scores[1], string.Join('\n', fromTable));

        string[] Scores(string input)
        {
            Run run = StemmaProcess.Stemma("eval", "paraphrase", input, "-o", _folder["scores.tsv"]);
            Assert.True(run.ExitCode == 0, run.Errors);
            return File.ReadAllLines(_folder["scores.tsv"]);
        }
    }

    [Fact]
    public void An_input_that_is_not_there_is_named()
    {
        Run run = StemmaProcess.Stemma("eval", "quotes", _folder["nowhere.jsonl"], "-o", _folder["out.jsonl"]);
        Assert.Equal(2, run.ExitCode);
        run.Says("nowhere.jsonl");
    }

    [Fact]
    public void A_line_that_is_no_json_is_named_with_its_number()
    {
        Run run = StemmaProcess.Stemma("eval", "time", _folder.Write("in.jsonl", "{\"doc_id\": \"a\", \"text\": \"x\", \"dct\": \"2024-04-17\"}\n{oops\n"), "-o", _folder["out.jsonl"]);
        run.DidNotCrash();
        Assert.Equal(2, run.ExitCode);
        run.Says("in.jsonl", "line 2");
    }

    private List<JsonElement> Evaluate(string part, string json)
    {
        Run run = StemmaProcess.Stemma("eval", part, _folder.Write("in.jsonl", json + "\n"), "-o", _folder["out.jsonl"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return [.. File.ReadLines(_folder["out.jsonl"]).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static string Slice(string text, JsonElement line, string start, string end) => Slice(text, line.GetProperty(start).GetInt32(), line.GetProperty(end).GetInt32());

    private static string Slice(string text, JsonElement line, string spans)
    {
        JsonElement only = Assert.Single(line.GetProperty(spans).EnumerateArray());
        return Slice(text, only[0].GetInt32(), only[1].GetInt32());
    }

    private static string Slice(string text, int start, int end) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()).Skip(start).Take(end - start));
}

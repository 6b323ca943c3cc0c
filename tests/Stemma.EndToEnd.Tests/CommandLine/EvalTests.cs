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
        Assert.StartsWith("The mill opens at nine", Slice(text, line, "quote_start", "quote_end").TrimStart('“'), StringComparison.Ordinal);
        Assert.Equal("Lene Torvald", Slice(text, line, "speaker_start", "speaker_end"));
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

    private static string Slice(string text, JsonElement line, string start, string end) =>
        string.Concat(text.EnumerateRunes().Select(r => r.ToString()).Skip(line.GetProperty(start).GetInt32()).Take(line.GetProperty(end).GetInt32() - line.GetProperty(start).GetInt32()));
}

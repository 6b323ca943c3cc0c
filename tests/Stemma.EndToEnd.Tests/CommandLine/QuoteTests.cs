using System.Text.Json;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>Who said some words, as a process finds and prints it.</summary>
public sealed class QuoteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Run Quote(params string[] arguments) => StemmaProcess.Stemma(["quote", .. arguments]);

    [Fact]
    public void Each_wording_is_printed_with_its_speaker_its_reports_and_what_changed()
    {
        Run run = Quote("one lane could reopen before the end of April", StemmaProcess.Sample);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("5 quotations in 5 reports, 3 wordings; 8 reports searched", run.Output, StringComparison.Ordinal);
        Assert.Contains("Edvin Harl", run.Output, StringComparison.Ordinal);
        Assert.Contains("Northern Ledger, 14 March 2024", run.Output, StringComparison.Ordinal);
        Assert.Contains("reworded, meaning changed", run.Output, StringComparison.Ordinal);
        Assert.Contains("≠ could → will", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_as_data_names_words_that_are_in_the_texts()
    {
        string file = _folder["answer.json"];
        Run run = Quote("one lane could reopen", StemmaProcess.Sample, "--json", "-o", file, "--threads", "1");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(run.Output, File.ReadAllText(file));
        Assert.Equal(run.Output, Quote("one lane could reopen", StemmaProcess.Sample, "--json", "--threads", "7").Output);
        JsonElement answer = JsonDocument.Parse(run.Output).RootElement;
        JsonElement[] quotes = [.. answer.GetProperty("wordings").EnumerateArray().SelectMany(w => w.GetProperty("quotes").EnumerateArray())];
        Assert.Equal(5, quotes.Length);
        Assert.All(quotes, q =>
        {
            string text = File.ReadAllText(Path.Combine(StemmaProcess.Sample, q.GetProperty("report").GetString()!));
            Assert.Contains(q.GetProperty("words").GetString()!, text, StringComparison.Ordinal);
            Assert.Equal("Edvin Harl", q.GetProperty("speaker").GetString());
            Assert.NotEmpty(q.GetProperty("reasons").EnumerateArray());
        });
        Assert.Contains(answer.GetProperty("wordings").EnumerateArray(), w => w.GetProperty("meaning").GetString() == "changed"
            && w.GetProperty("edits").EnumerateArray().Any(e => e.GetProperty("nature").GetString() == "modality"));
    }

    [Fact]
    public void Nothing_found_is_said_with_the_nearest_there_is()
    {
        Run run = Quote("the bridge is about to collapse", StemmaProcess.Sample);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("No quotation in 8 reports has these words or words like them.", run.Output, StringComparison.Ordinal);
        Assert.Contains("The bridge is not about to fall down", run.Output, StringComparison.Ordinal);
        Assert.Contains("No quotation shares a word with them.", Quote("zebra stripes", StemmaProcess.Sample).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_read_is_named_and_the_rest_is_searched()
    {
        _folder.Write("a.txt", "“The mill is closed for ever,” said Ada Moor on Monday.");
        _folder.Write("b.txt", "");
        Run run = Quote("the mill is closed", _folder.Path);
        Assert.Equal(1, run.ExitCode);
        run.Says("b.txt");
        Assert.Contains("Ada Moor", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    public void No_words_are_wrong_use(string words)
    {
        Run run = Quote(words, StemmaProcess.Sample);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        run.Says("no words to look for");
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_wrong_use()
    {
        Quote("one lane", StemmaProcess.Sample, "-o", "answer.txt").Says("answer.txt", ".json");
        Run run = Quote("one lane", StemmaProcess.Sample, "-o", _folder["no/such/answer.json"]);
        Assert.Equal(2, run.ExitCode);
        run.Says("cannot be written");
        Assert.Equal(2, Quote("one lane", _folder["nowhere"]).ExitCode);
    }

    [Fact]
    public void A_French_report_is_read_by_its_own_tables()
    {
        _folder.Write("a.txt", "La digue d’Ostrande tiendra\n\nLe conseil de la ville a voté lundi les travaux de la digue, qui seront payés par la région et par les pêcheurs du port.\n"
            + "« La digue pourrait tenir jusqu’au printemps », a déclaré le maire, Paul Morin, dans une lettre aux habitants.");
        _folder.Write("b.txt", "Ostrande veut sauver sa digue\n\nLes habitants de la ville ont reçu une lettre du maire dans laquelle il est question de la digue et des bateaux pour la pêche.\n"
            + "« La digue doit tenir jusqu’au printemps », a déclaré Paul Morin.");
        Run run = Quote("la digue pourrait tenir", _folder.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Paul Morin: a.txt", run.Output, StringComparison.Ordinal);
        Assert.Contains("≠ pourrait → doit (modality)", run.Output, StringComparison.Ordinal);
    }
}

namespace Stemma.EndToEnd.Tests.CommandLine;

public class HelpTests
{
    [Fact]
    public void Help_names_every_verb_and_goes_to_standard_output()
    {
        Run run = StemmaProcess.Stemma("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("read", run.Output, StringComparison.Ordinal);
        Assert.Contains("quote", run.Output, StringComparison.Ordinal);
        Assert.Contains("dedupe", run.Output, StringComparison.Ordinal);
        Assert.Contains("eval", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void Help_calls_the_program_by_the_name_its_users_type()
    {
        Run run = StemmaProcess.Stemma("read", "--help");
        Assert.Contains("stemma read", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Stemma.Cli", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("eval")]
    [InlineData("dedupe")]
    [InlineData("extract")]
    [InlineData("check")]
    [InlineData("quote")]
    [InlineData("serve")]
    [InlineData("add")]
    [InlineData("stories")]
    [InlineData("show")]
    [InlineData("search")]
    [InlineData("db")]
    [InlineData("place")]
    public void Help_of_a_verb_gives_an_example(string verb)
    {
        Run run = StemmaProcess.Stemma(verb, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Example: stemma {verb} ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        Run run = StemmaProcess.Stemma("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\A\d+\.\d+\.\d+\S*\n\z", run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("read")]
    [InlineData("read", "--no-such-option", "x")]
    [InlineData("read", "--threads", "none", "x")]
    [InlineData("read", "--threads", "0", "x")]
    [InlineData("quote", "words")]
    [InlineData("quote", "words", "--no-such-option")]
    [InlineData("extract")]
    [InlineData("extract", "/no/such/file.warc.gz", "-o", "/no/such/folder/out.jsonl")]
    [InlineData("check")]
    [InlineData("check", "/no/such/file.json")]
    [InlineData("add")]
    [InlineData("stories", "--library", "/no/such/file.db")]
    [InlineData("stories", "--limit", "0")]
    [InlineData("search", "--library", "/no/such/file.db")]
    [InlineData("db", "no-such-thing")]
    [InlineData("eval", "no-such-part", "x", "-o", "y")]
    public void Wrong_use_ends_with_2_and_a_message_and_writes_no_findings(params string[] arguments)
    {
        Run run = StemmaProcess.Stemma(arguments);
        run.DidNotCrash();
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Errors);
    }
}

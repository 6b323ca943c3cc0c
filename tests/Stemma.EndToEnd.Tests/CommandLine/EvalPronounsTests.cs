namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>A table in GAP's format becomes two tables that GAP's scorer reads.</summary>
public sealed class EvalPronounsTests : IDisposable
{
    private const string Head = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_gets_one_line_for_each_snippet_with_and_without_the_names_given()
    {
        const string Text = "Robert Lund met Anna Moen at the harbour, and she thanked him.";
        string row = $"x-1\t{Text}\tshe\t46\tRobert Lund\t0\tFALSE\tAnna Moen\t16\tTRUE\thttp://example.org\n";
        Run run = StemmaProcess.Stemma("eval", "pronouns", _folder.Write("in.tsv", Head + row), "-o", _folder["out.tsv"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal("x-1\tFALSE\tTRUE\n", File.ReadAllText(_folder["out.tsv"]));
        Assert.Equal("x-1\tFALSE\tTRUE\n", File.ReadAllText(_folder["out.given.tsv"]));
    }

    [Fact]
    public void A_line_with_too_few_columns_is_named()
    {
        Run run = StemmaProcess.Stemma("eval", "pronouns", _folder.Write("in.tsv", Head + "x-1\tNothing\n"), "-o", _folder["out.tsv"]);
        run.DidNotCrash();
        Assert.Equal(2, run.ExitCode);
        run.Says("in.tsv", "line 2");
    }
}

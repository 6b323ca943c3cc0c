namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>Treebanks keep their lines; only what the tagger gives is new in them.</summary>
public sealed class EvalTaggingTests : IDisposable
{
    private const string Sentence = """
        # sent_id = a-1
        # text = The ferries didn't sail.
        1	The	_	X	DT	_	2	det	_	_
        2	ferries	_	X	NNS	Number=Plur	5	nsubj	_	_
        3-4	didn't	_	_	_	_	_	_	_	_
        3	did	_	X	VBD	_	5	aux	_	_
        4	n't	_	X	RB	_	5	advmod	_	_
        5	sail	_	X	VB	_	0	root	_	SpaceAfter=No
        6	.	_	X	.	_	5	punct	_	_


        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_treebank_gets_base_forms_and_parts_of_speech_and_keeps_the_rest()
    {
        Run run = StemmaProcess.Stemma("eval", "tagging", _folder.Write("in.conllu", Sentence), "-o", _folder["out.conllu"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        string expected = Sentence.Replace("The\t_\tX", "The\tthe\tDET", StringComparison.Ordinal).Replace("ferries\t_\tX", "ferries\tferry\tNOUN", StringComparison.Ordinal)
            .Replace("did\t_\tX", "did\tdo\tAUX", StringComparison.Ordinal).Replace("n't\t_\tX", "n't\tnot\tPART", StringComparison.Ordinal)
            .Replace("sail\t_\tX", "sail\tsail\tVERB", StringComparison.Ordinal).Replace(".\t_\tX", ".\t.\tPUNCT", StringComparison.Ordinal);
        Assert.Equal(expected.TrimEnd('\n') + "\n\n", File.ReadAllText(_folder["out.conllu"]));
    }

    [Fact]
    public void A_line_with_too_few_columns_is_named()
    {
        Run run = StemmaProcess.Stemma("eval", "tagging", _folder.Write("in.conllu", "1\tThe\n"), "-o", _folder["out.conllu"]);
        run.DidNotCrash();
        Assert.Equal(2, run.ExitCode);
        run.Says("in.conllu", "line 1");
    }
}

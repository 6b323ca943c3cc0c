using Stemma.Cli.Eval;
using Stemma.Reports;

namespace Stemma.Tests.Cli.Eval;

public sealed class IobTextTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    private List<IobText> Read(params string[] lines)
    {
        File.WriteAllLines(_file, lines);
        return IobText.Read(_file);
    }

    [Fact]
    public void Tokens_become_running_text_whose_places_are_kept()
    {
        IobText text = Assert.Single(Read("Dale\tB-Person", "'s\tO", "boat\tO", "(\tO", "old\tO", ")\tO", ",\tO", "the\tO", "well-known\tO", "Tern\tO", ".\tO"));
        Assert.Equal("Dale's boat (old), the well-known Tern.\n", text.Text);
        Assert.Equal(text.Sentences[0].Tokens.Select(t => t.Word), text.Spans[0].Select(s => s.In(text.Text)));
    }

    [Fact]
    public void Documents_are_parted_where_the_file_parts_them()
    {
        List<IobText> texts = Read("-DOCSTART- O", "", "Moen I-PER", "left O", "", "Dale I-PER", "", "-DOCSTART- O", "", "Tern O");
        Assert.Equal(["Moen left\nDale\n", "Tern\n"], texts.Select(t => t.Text));
    }

    [Fact]
    public void The_text_that_a_file_gives_is_taken_as_it_is()
    {
        IobText text = Assert.Single(Read("# newdoc id = a", "# text = Moen  left.", "1\tMoen\tB-PER\t-\t-", "2\tleft\tO\t-\t-", "3\t.\tO\t-\t-"));
        Assert.Equal("Moen  left.\n", text.Text);
        Assert.Equal("B-PER", text.Sentences[0].Tokens[0].Label);
    }

    [Theory]
    [InlineData("I-PER I-PER O", "0-2 PER")]
    [InlineData("B-PER B-PER O", "0-1 PER,1-2 PER")]
    [InlineData("O I-LOC I-ORG", "1-2 LOC,2-3 ORG")]
    public void Labels_of_both_schemes_are_read(string labels, string expected) =>
        Assert.Equal(expected, string.Join(',', IobText.NamesOf(labels.Split(' ')).Select(n => $"{n.First}-{n.End} {n.Label}")));
}

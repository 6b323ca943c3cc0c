using System.Text;
using Stemma.Reading;

namespace Stemma.Tests.Reading;

public class CharsetTests
{
    private const string Words = "The café in Łódź closed – “for ever”, said the owner.";

    private static ReadingResult Read(byte[] bytes, string? charset = null) => ReportReader.Read(new ReportInput("a.txt", bytes) { Charset = charset });

    [Fact]
    public void Byte_order_marks_are_believed_and_not_part_of_the_text()
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            ReadingResult result = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Words)]);
            Assert.Equal(Words, result.Report!.Text);
            Assert.Null(result.Problem);
        }
    }

    [Fact]
    public void Utf8_without_a_mark_is_read_even_where_another_charset_is_declared() =>
        Assert.Equal(Words, Read(Encoding.UTF8.GetBytes(Words), "windows-1252").Report!.Text);

    [Fact]
    public void A_transport_header_names_the_charset()
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes("The café in Łódź closed.");
        Assert.Equal("The café in Łódź closed.", Read(bytes, "windows-1250").Report!.Text);
    }

    [Fact]
    public void A_page_declares_its_charset()
    {
        string page = "<html><head><meta charset=\"iso-8859-2\"></head><body><p>" + string.Concat(Enumerable.Repeat("The café in Łódź was closed for good by its owner today. ", 4)) + "</p></body></html>";
        ReadingResult result = Read(CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!.GetBytes(page));
        Assert.Contains("café in Łódź", result.Report!.Text, StringComparison.Ordinal);
        Assert.Null(result.Problem);
    }

    [Fact]
    public void Western_bytes_without_a_declaration_are_guessed_and_said()
    {
        ReadingResult result = Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("The café closed – “for ever”."));
        Assert.Equal("The café closed – “for ever”.", result.Report!.Text);
        Assert.Contains("windows-1252", result.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("klingon-1")]
    [InlineData("utf-7")]
    [InlineData("")]
    public void An_unknown_charset_falls_back_with_a_note(string name)
    {
        ReadingResult result = Read(Encoding.UTF8.GetBytes("A plain sentence of plain words."), name);
        Assert.Equal("A plain sentence of plain words.", result.Report!.Text);
        Assert.Contains("not known", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_line_ends_become_line_feeds() => Assert.Equal("a b\nc d\ne f", Read("a b\r\nc d\re f"u8.ToArray()).Report!.Text);

    [Fact]
    public void Text_that_was_encoded_twice_is_put_together_again()
    {
        const string Told = "The café in Łódź closed – “for ever”, said the owner, who didn’t say why.";
        string twice = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(Told));
        Assert.Equal(Told, Read(Encoding.UTF8.GetBytes(twice)).Report!.Text);
    }

    [Theory]
    [InlineData("Ä, Ö and Ü: “Straße”, “Über”, “Ärger” and “Öl” are four words with umlauts, said Mrs Möller.")]
    [InlineData("À l’école, le garçon était déjà là – «très bien», disait-il; l’été, ça va. Âgé, où ?")]
    [InlineData("Text that came apart looks like this: donâ€™t.")]
    public void Text_that_was_encoded_once_stays_as_it_is(string text) => Assert.Equal(text, Read(Encoding.UTF8.GetBytes(text)).Report!.Text);
}

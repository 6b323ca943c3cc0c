using System.IO.Compression;
using System.Text;
using Stemma.Library;
using Stemma.Library.Corpus;

namespace Stemma.Tests.Library.Corpus;

public sealed class CorpusReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-").FullName;
    private readonly List<(string Id, string? Title, string Text)> _documents = [];
    private readonly List<FileProblem> _problems = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Bad_lines_are_told_with_file_line_and_cause_and_the_rest_is_read()
    {
        Read(Write("c.jsonl", """
            {"id": 1, "text": "one"}
            {"id": 2, "text": "two"

            [3]
            {"id": 4, "body": "four"}
            {"id": 5, "text": null}
            {"id": 6, "text": "six"} {"id": 7}
            {"id": 8, "text": "eight"}
            """));
        Assert.Equal(["1", "8"], _documents.Select(d => d.Id));
        Assert.Equal(["line 2", "line 4", "line 5", "line 6", "line 7"], _problems.Select(p => p.Why.Split(':')[0]));
        Assert.All(_problems, p => Assert.Equal(Path.Combine(_folder, "c.jsonl"), p.Name));
        Assert.Contains("--text-field", _problems[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Escapes_byte_order_marks_and_line_ends_are_understood()
    {
        Read(Write("c.jsonl", "\uFEFF{\"id\":\"\\u00e9\",\"text\":\"a \\\"b\\\" \\u00fc\\n\\ud83d\\ude00 \\ud83d! \\/\"}\r\n{\"text\":\"no id\"}"));
        Assert.Equal(("é", null, "a \"b\" ü\n😀 \uFFFD! /"), _documents[0]);
        Assert.Equal(Path.Combine(_folder, "c.jsonl") + ":2", _documents[1].Id);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Packed_lines_other_fields_and_nested_values_are_read()
    {
        string path = Path.Combine(_folder, "c.jsonl.gz");
        using (var file = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            file.Write("{\"meta\":{\"body\":\"no\",\"x\":[1,{}]},\"body\":\"yes\",\"key\":\"k\",\"head\":\"h\"}\n"u8);
        Read(new CorpusFields("key", "body", "head"), path);
        Assert.Equal(("k", "h", "yes"), Assert.Single(_documents));
    }

    [Fact]
    public void A_packed_file_that_breaks_off_gives_what_it_holds_and_a_problem()
    {
        using var whole = new MemoryStream();
        using (var packed = new GZipStream(whole, CompressionLevel.NoCompression, leaveOpen: true))
        {
            for (int i = 0; i < 5000; i++)
                packed.Write(Encoding.UTF8.GetBytes($"{{\"id\":{i},\"text\":\"some words for number {i}\"}}\n"));
        }
        string path = Path.Combine(_folder, "c.jsonl.gz");
        byte[] bytes = whole.ToArray();
        bytes.AsSpan(bytes.Length / 2, 2000).Fill(0xFF);
        File.WriteAllBytes(path, bytes);
        Read(path);
        Assert.InRange(_documents.Count, 1, 4999);
        Assert.NotEmpty(_problems);
    }

    [Fact]
    public void A_line_longer_than_the_buffer_is_read_whole()
    {
        string text = new('x', 3_000_000);
        Read(Write("c.jsonl", $"{{\"text\":\"{text}\"}}\n{{\"text\":\"y\"}}\n"));
        Assert.Equal([text, "y"], _documents.Select(d => d.Text));
    }

    [Fact]
    public void Folders_give_their_texts_and_pages_with_what_is_cut_blanked()
    {
        Write("in/b.txt", "Ferry stops\n\nThe ferry to Holm stops on Friday, the harbour office said. It was the last one.");
        Write("in/more/a.jsonl", "{\"id\":\"x\",\"text\":\"t\"}");
        Write("in/skip.png", "no");
        Read(Path.Combine(_folder, "in"));
        Assert.Equal([Path.Combine(_folder, "in") + "/b.txt", "x"], _documents.Select(d => d.Id));
        Assert.Contains("The ferry to Holm stops", _documents[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_comes_twice_is_told_and_made_unique()
    {
        Read(Write("c.jsonl", "{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"a\",\"text\":\"2\"}"));
        Assert.Equal(["a", "a (2)"], _documents.Select(d => d.Id));
        Assert.Contains("line 2", Assert.Single(_problems).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_told()
    {
        Read(Path.Combine(_folder, "nowhere.jsonl"));
        Assert.Contains("no such file", Assert.Single(_problems).Why, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private void Read(params string[] paths) => Read(new CorpusFields(), paths);

    private void Read(CorpusFields fields, params string[] paths) =>
        new CorpusReader(fields, (id, title, text) => _documents.Add((id, title, Encoding.UTF8.GetString(text))), _problems.Add).Read(paths, Stream.Null, CancellationToken.None);
}

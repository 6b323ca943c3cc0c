using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Library;
using Stemma.Library.Corpus;
using static Stemma.Tests.Reading.Archives.Packed;

namespace Stemma.Tests.Library.Corpus;

public sealed class ExtractionTests : IDisposable
{
    private const string Words = "The night ferry to Holm stops on Friday, the harbour office said on Monday, because the ramp at Sund has sunk by a hand.";

    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Lines_stand_in_the_order_of_the_input_whatever_the_threads_and_lengths(int threads)
    {
        string rows = string.Concat(Enumerable.Range(0, 400).Select(i => $"{{\"id\":\"r{i}\",\"text\":\"{string.Concat(Enumerable.Repeat(Words + " ", i % 50 == 0 ? 3000 : 1))}\"}}\n"));
        JsonElement[] lines = Run(threads, out Extraction extraction, ("b.jsonl.gz", Gzip(Bytes(rows))), ("a.txt", Bytes(Words)));
        Assert.Equal(["a.txt", .. Enumerable.Range(0, 400).Select(i => string.Create(CultureInfo.InvariantCulture, $"r{i}"))], lines.Select(l => l.GetProperty("id").GetString()!.Split('/')[^1]));
        Assert.Equal((401, 0), (extraction.Read, extraction.Failed));
    }

    [Fact]
    public void An_id_that_comes_again_has_its_place_beside_it()
    {
        JsonElement[] lines = Run(2, out _, ("c.warc", Joined(Response("https://a.example/", $"<html><article><p>{Words}</p></article></html>"), Response("https://a.example/", $"<html><article><p>{Words} Again.</p></article></html>"))));
        string place = Path.Combine(_folder, "c.warc#2");
        Assert.Equal(["https://a.example/", $"https://a.example/ ({place})"], lines.Select(l => l.GetProperty("id").GetString()!));
        Assert.Equal(place, lines[1].GetProperty("file").GetString());
    }

    [Fact]
    public void Ids_are_unique_even_where_an_archive_holds_one_path_again_and_again()
    {
        JsonElement[] lines = Run(1, out _, ("a.zip", Zip(("a.txt", Bytes(Words)), ("a.txt", Bytes(Words + " One.")), ("a.txt", Bytes(Words + " Two.")), ("a.txt", Bytes(Words + " Three.")))));
        Assert.Equal(4, lines.Select(l => l.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_cannot_be_read_has_a_line_with_its_problem_and_is_told_in_order()
    {
        var told = new List<FileProblem>();
        JsonElement[] lines = Run(3, out Extraction extraction, told.Add, ("a.jsonl", Bytes("{oops\n{\"text\":\"" + Words + "\"}\n{\"x\":1}\n")), ("b.pdf.html", Bytes("%PDF-1.7")));
        Assert.Equal([true, false, true, true], lines.Select(l => l.TryGetProperty("problem", out _)));
        Assert.Equal((1, 3, 3), (extraction.Read, extraction.Failed, told.Count));
        Assert.Equal(["a.jsonl#1", "a.jsonl#3", "b.pdf.html"], told.Select(p => Path.GetFileName(p.Name)));
    }

    [Fact]
    public void A_run_that_is_ended_ends()
    {
        Write("a.jsonl", Bytes(string.Concat(Enumerable.Repeat($"{{\"text\":\"{Words}\"}}\n", 20_000))));
        using var ended = new CancellationTokenSource();
        int written = 0;
        var extraction = new Extraction
        {
            Threads = 2,
            Written = () =>
            {
                if (++written == 50)
                    ended.Cancel();
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => extraction.Run([_folder], Stream.Null, Stream.Null, ended.Token));
        Assert.InRange(extraction.Read, 50, 60);
    }

    [Fact]
    public void An_output_that_cannot_be_written_ends_the_run_with_its_error()
    {
        Write("a.jsonl", Bytes(string.Concat(Enumerable.Repeat($"{{\"text\":\"{Words}\"}}\n", 5_000))));
        using var full = new FullDisk();
        Assert.Throws<IOException>(() => new Extraction { Threads = 2 }.Run([_folder], Stream.Null, full, CancellationToken.None));
    }

    private JsonElement[] Run(int threads, out Extraction extraction, params (string Name, byte[] Content)[] files) => Run(threads, out extraction, _ => { }, files);

    private JsonElement[] Run(int threads, out Extraction extraction, Action<FileProblem> problem, params (string Name, byte[] Content)[] files)
    {
        foreach ((string name, byte[] content) in files)
            Write(name, content);
        using var output = new MemoryStream();
        extraction = new Extraction { Threads = threads, Problem = problem };
        extraction.Run([_folder], Stream.Null, output, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, name), content);

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("no space left");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no space left");
    }
}

using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>Archives as the built program reads them: <c>stemma read</c> for a story, <c>stemma extract</c> for a corpus.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_zipped_story_is_read_as_its_folder_is()
    {
        ZipFile.CreateFromDirectory(StemmaProcess.Sample, _folder["story.zip"]);
        Run folder = StemmaProcess.Stemma("read", StemmaProcess.Sample, "--json"), zip = StemmaProcess.Stemma("read", _folder["story.zip"], "--json");
        Assert.True(zip.ExitCode == folder.ExitCode, zip.Errors);
        Assert.Equal(Reports(folder.Output), Reports(zip.Output.Replace("story.zip/", "", StringComparison.Ordinal)));
        Assert.Contains("story.zip/the-lantern.txt", zip.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_tar_on_standard_input_and_web_archives_beside_texts_are_read()
    {
        TarFile.CreateFromDirectory(StemmaProcess.Sample, _folder["story.tar"], includeBaseDirectory: true);
        File.WriteAllBytes(_folder["story.tgz"], Gzip(File.ReadAllBytes(_folder["story.tar"])));
        File.Delete(_folder["story.tar"]);
        File.WriteAllBytes(_folder["crawl.warc.gz"], [.. Gzip(Record(1)), .. Gzip(Record(2))]);
        _folder.WriteReport("one.txt");
        Run run = StemmaProcess.Stemma("read", _folder.Path, "--json");
        run.DidNotCrash();
        using JsonDocument dossier = JsonDocument.Parse(run.Output);
        string[] ids = [.. dossier.RootElement.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
        Assert.Contains("https://lantern.example/1", ids);
        Assert.Contains("one.txt", ids);
        Assert.Contains("story.tgz/skerrin-bridge/the-lantern.txt", ids);
        Assert.DoesNotContain(ids, id => id.EndsWith("reports.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Extract_gives_a_line_for_each_page_in_the_order_of_the_file_whatever_the_threads()
    {
        string crawl = _folder["crawl.warc.gz"];
        File.WriteAllBytes(crawl, [.. Enumerable.Range(0, 300).SelectMany(i => Gzip(Record(i)))]);
        Run run = StemmaProcess.Stemma("extract", crawl, "-o", _folder["out.jsonl"], "--threads", "1");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Empty(run.Errors);
        Assert.Contains("300 reports", run.Output, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(_folder["out.jsonl"]);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"https://lantern.example/{i}"), lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!));
        JsonElement page = JsonDocument.Parse(lines[7]).RootElement;
        Assert.Equal((crawl + "#8", "Ferry 7 stops for good", "en"), (page.GetProperty("file").GetString(), page.GetProperty("title").GetString(), page.GetProperty("language").GetString()));
        Assert.Equal("2024-03-12", page.GetProperty("published").GetString()![..10]);
        Assert.Equal(2, page.GetProperty("text").GetString()!.Split('\n').Length);
        Assert.DoesNotContain("Menu", page.GetProperty("text").GetString(), StringComparison.Ordinal);
        foreach (string threads in (string[])["2", "7"])
            Assert.Equal(lines, StemmaProcess.Stemma(["extract", crawl, "--threads", threads], new Dictionary<string, string> { ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Tokyo" }).Output.TrimEnd('\n').Split('\n'));
        Assert.False(File.Exists(_folder["out.jsonl.part"]));
    }

    [Fact]
    public void What_cannot_be_read_has_a_line_and_a_message_and_the_exit_code_says_so()
    {
        byte[] whole = [.. Gzip(Record(1)), .. Gzip(Record(2))];
        File.WriteAllBytes(_folder["clipped.warc.gz"], whole[..^40]);
        _folder.Write("menu.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>");
        _folder.Write("rows.jsonl", "{\"id\":\"r1\",\"text\":\"The ferry to Holm stops on Friday, the harbour office said. It was the last one on the line.\"}\n{oops\n");
        Run run = StemmaProcess.Stemma("extract", _folder["clipped.warc.gz"], _folder["menu.html"], _folder["rows.jsonl"], _folder["nowhere.zip"], "-o", _folder["out.jsonl.gz"]);
        run.DidNotCrash();
        Assert.Equal(1, run.ExitCode);
        run.Says("clipped.warc.gz", "breaks off");
        run.Says("menu.html", "no article");
        run.Says("rows.jsonl", "line 2", "not JSON");
        run.Says("nowhere.zip", "no such file");
        using var lines = new StreamReader(new GZipStream(File.OpenRead(_folder["out.jsonl.gz"]), CompressionMode.Decompress));
        JsonElement[] read = [.. lines.ReadToEnd().TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal(["https://lantern.example/1", "https://lantern.example/2", "r1"], read.Where(l => l.TryGetProperty("text", out _)).Select(l => l.GetProperty("id").GetString()!));
        Assert.All(read, l => Assert.True(l.TryGetProperty("text", out _) != l.TryGetProperty("problem", out _)));
        Assert.Contains("breaks off", read[1].GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal(6, read.Length);
    }

    [Fact]
    public void Nothing_to_extract_ends_with_2_and_writes_no_file()
    {
        _folder.Write("in/picture.png", "no");
        Run run = StemmaProcess.Stemma("extract", _folder["in"], "-o", _folder["out.jsonl"]);
        run.DidNotCrash();
        Assert.NotEqual(0, run.ExitCode);
        Assert.NotEmpty(run.Errors);
    }

    [Fact]
    public void A_corpus_in_archives_is_deduped_as_one_in_files()
    {
        string text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i} ferry{i * 3} stops"));
        _folder.Write("in/a.txt", text + ".\n");
        _folder.Write("in/b.txt", text + " today.\n");
        ZipFile.CreateFromDirectory(_folder["in"], _folder["in.zip"]);
        Run run = StemmaProcess.Stemma("dedupe", _folder["in.zip"], "--json");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("in.zip/a.txt", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"cluster\":1", run.Output, StringComparison.Ordinal);
    }

    // What the side file in the archive says of outlets and dates is in it.
    private static string Reports(string dossier) => JsonDocument.Parse(dossier).RootElement.GetProperty("reports").GetRawText();

    private static byte[] Record(int number)
    {
        string page = $"<!DOCTYPE html><html lang=en><head><title>Ferry {number} stops for good</title><meta property='article:published_time' content='2024-03-12T10:15:00Z'></head><body><nav><a href='/'>Menu</a></nav><article><h1>Ferry {number} stops for good</h1>"
            + $"<p>The night ferry number {number} to Holm stops on Friday, the harbour office said on Monday, because the ramp at Sund has sunk.</p><p>Nobody can say who has to pay for it, and the island will have no boat before Easter, the office said.</p></article></body></html>";
        string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://lantern.example/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(http)}\r\n\r\n{http}\r\n\r\n"));
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(plain);
        return packed.ToArray();
    }
}

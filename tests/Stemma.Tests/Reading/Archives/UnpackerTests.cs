using System.Formats.Tar;
using System.IO.Compression;
using Stemma.Reading;
using Stemma.Reading.Archives;
using static Stemma.Tests.Reading.Archives.Packed;

namespace Stemma.Tests.Reading.Archives;

public class UnpackerTests
{
    [Fact]
    public void What_is_no_archive_is_one_report_as_it_is()
    {
        UnpackedReport report = Assert.Single(Unpack(Bytes(Page), "page.zip"));
        Assert.Equal(("page.zip", "page.zip", Page, null), (report.Name, report.Input!.Name, report.Text(), report.Problem));
    }

    [Theory]
    [InlineData(true, CompressionLevel.Optimal)]
    [InlineData(true, CompressionLevel.NoCompression)]
    [InlineData(false, CompressionLevel.Optimal)]
    [InlineData(false, CompressionLevel.NoCompression)]
    public void A_zip_gives_its_files_by_path_whether_or_not_its_writer_could_go_back(bool seekable, CompressionLevel level)
    {
        byte[] zip = Zip(level, seekable, ("a.txt", Bytes("one")), ("more/b.html", Bytes(Page)), ("empty/", []), ("more/c.txt", Bytes(new string('x', 300_000))));
        List<UnpackedReport> reports = Unpack(zip, "story.zip");
        Assert.Equal([("story.zip/a.txt", 3), ("story.zip/more/b.html", Page.Length), ("story.zip/more/c.txt", 300_000)], reports.Select(r => (r.Name, r.Input!.Bytes.Length)));
        Assert.All(reports, r => Assert.Null(r.Problem));
    }

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void A_tar_gives_its_files_by_path_in_every_format(TarEntryFormat format)
    {
        string deep = format == TarEntryFormat.V7 ? "short.txt" : string.Concat(Enumerable.Repeat("folder-of-a-long-name/", format == TarEntryFormat.Ustar ? 6 : 15)) + "b.txt";
        List<UnpackedReport> reports = Unpack(Gzip(Tar(format, ("a.html", Bytes(Page)), (deep, Bytes("two")))), "story.tar.gz");
        Assert.Equal([("story.tar.gz/a.html", Page), ("story.tar.gz/" + deep, "two")], reports.Select(r => (r.Name, r.Text())));
        Assert.All(reports, r => Assert.Null(r.Problem));
    }

    [Fact]
    public void Archives_in_archives_are_opened_by_their_content_whatever_they_are_called()
    {
        byte[] warc = Gzip(Response("https://a.example/1"));
        List<UnpackedReport> reports = Unpack(Zip(("day.bin", Gzip(Tar(TarEntryFormat.Pax, ("pages", warc)))), ("b.txt", Bytes("two"))), "all");
        Assert.Equal(["all/day.bin/pages#1", "all/b.txt"], reports.Select(r => r.Name));
        Assert.Equal("https://a.example/1", reports[0].Input!.Name);
    }

    [Fact]
    public void Members_of_a_gzip_file_are_one_text_unless_they_are_records() =>
        Assert.Equal("one two", Assert.Single(Unpack(Joined(Gzip(Bytes("one ")), Gzip([]), Gzip(Bytes("two"))))).Text());

    [Fact]
    public void Zeros_behind_a_gzip_file_are_no_fault() =>
        Assert.Null(Assert.Single(Unpack(Joined(Gzip(Bytes("one")), new byte[1024]))).Problem);

    [Fact]
    public void A_file_that_holds_the_mark_of_its_own_end_is_read_whole()
    {
        byte[] tricky = Bytes("PK\u0007\u0008 and PK\u0003\u0004 and PK\u0007\u0008, a thing that nobody writes, PK\u0007\u0008" + new string('x', 900));
        Assert.Equal([tricky.Length, 3], Unpack(Zip(CompressionLevel.NoCompression, false, ("a.txt", tricky), ("b.txt", Bytes("two")))).Select(r => r.Input!.Bytes.Length));
    }

    [Fact]
    public void Pictures_scripts_and_hidden_files_in_archives_are_passed_over_in_silence()
    {
        var tally = new UnpackTally();
        List<UnpackedReport> reports = Unpack(Zip(
            ("a.txt", Bytes("one")), ("logo.png", [1, 2, 3]), ("photo", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0]), (".DS_Store", [0]), ("__MACOSX/a.txt", Bytes("x")), ("a_files/frame.html", Bytes(Page))), tally: tally);
        Assert.Equal("file/a.txt", Assert.Single(reports).Name);
        Assert.Equal((1, 0, 5), (tally.Reports, tally.Problems, tally.PassedOver));
    }

    [Fact]
    public void An_office_document_is_no_archive_of_reports() =>
        Assert.Equal("file", Assert.Single(Unpack(Zip(("[Content_Types].xml", Bytes("<x/>")), ("word/document.xml", Bytes("<x/>"))))).Name);

    [Fact]
    public void The_reports_do_not_depend_on_how_the_bytes_arrive()
    {
        byte[] all = Zip(("a.warc.gz", Joined(Gzip(Response("https://a.example/1")), Gzip(Response("https://a.example/2")))), ("b.jsonl", Bytes("{\"text\":\"one\"}\n{\"text\":\"two\"}\n")), ("c.tar", Tar(TarEntryFormat.Gnu, ("d", Bytes(Page)))));
        string[] whole = [.. Unpack(all).Select(r => r.Name + r.Text())];
        Assert.Equal(5, whole.Length);
        Assert.Equal(whole, Unpacker.Read("file", new ForwardStream(new MemoryStream(all), most: 1), UnpackLimits.Standard).Select(r => r.Name + r.Text()));
        Assert.Equal(whole, Unpacker.Read("file", new ForwardStream(new MemoryStream(all), most: 7), UnpackLimits.Standard).Select(r => r.Name + r.Text()));
    }

    [Fact]
    public void Reading_is_lazy_so_that_a_file_without_end_can_be_begun()
    {
        using var endless = new EndlessWarc();
        Assert.Equal(["https://a.example/", "https://a.example/", "https://a.example/"], Unpacker.Read("file", endless, UnpackLimits.Standard).Take(3).Select(r => r.Input!.Name));
        Assert.InRange(endless.Given, 1, 1 << 20);
    }

    [Fact]
    public void More_reports_than_wanted_end_with_a_message()
    {
        List<UnpackedReport> reports = Unpack(Bytes("{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n"), limits: new UnpackLimits { MostReports = 2 });
        Assert.Equal([true, true, false], reports.Select(r => r.Input is not null));
        Assert.Contains("more than 2 reports", reports[2].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", true)]
    [InlineData("{\"text\":\"a\"}", true)]
    [InlineData("[{\"text\":\"a\"}]", false)]
    [InlineData("WARC/1.0\r\n", false)]
    [InlineData("some words", null)]
    public void Json_lines_are_known_by_their_first_bytes_packed_or_not(string text, bool? expected)
    {
        Assert.Equal(expected, Unpacker.IsJsonLines(Bytes(text)));
        Assert.Equal(expected, Unpacker.IsJsonLines(Gzip(Bytes(text))));
    }

    private sealed class EndlessWarc : Stream
    {
        private readonly byte[] _record = Response("https://a.example/");

        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int at = (int)(Given % _record.Length), now = Math.Min(count, _record.Length - at);
            Array.Copy(_record, at, buffer, offset, now);
            Given += now;
            return now;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using System.IO.Compression;
using Stemma.Reading;
using Stemma.Reading.Archives;
using static Stemma.Tests.Reading.Archives.Packed;

namespace Stemma.Tests.Reading.Archives;

public class WarcReportsTests
{
    private const string A = "https://a.example/1", B = "https://b.example/2", C = "https://c.example/3";

    [Fact]
    public void Pages_become_reports_with_address_and_charset_and_the_crawl_date_is_no_publication_date()
    {
        UnpackedReport report = Assert.Single(Unpack(Response(A, header: "Content-Type: text/html; Charset=\"windows-1252\"; x=y"), "pages.warc"));
        Assert.Equal(("pages.warc#1", A, A, "windows-1252", null, Page), (report.Name, report.Input!.Name, report.Input.Url, report.Input.Charset, report.Input.Published, report.Text()));
    }

    [Fact]
    public void What_is_no_page_is_passed_over_and_counted()
    {
        var tally = new UnpackTally();
        byte[] warc = Joined(
            Record("warcinfo", null, "application/warc-fields", Bytes("software: x\r\n")),
            Record("request", A, "application/http; msgtype=request", Bytes("GET / HTTP/1.1\r\n\r\n")),
            Response(A),
            Record("metadata", A, "application/warc-fields", Bytes("a: b\r\n")),
            Response(A, status: "404 Not Found"),
            Response(A, status: "301 Moved"),
            Response(A, header: "Content-Type: image/png"),
            Response("https://a.example/robots.txt", "User-agent: *", "Content-Type: text/plain"),
            Response(A, "{\"a\":1}", "Content-Type: application/json"),
            Record("revisit", A, "application/http; msgtype=response", Bytes("HTTP/1.1 304 Not Modified\r\n\r\n")),
            Record("response", "dns:a.example", "text/dns", Bytes("20240312101530\r\n")));
        Assert.Equal("file#3", Assert.Single(Unpack(warc, tally: tally)).Name);
        Assert.Equal((11, 1, 9, 1, 0), (tally.WarcRecords, tally.Revisits, tally.PassedOver, tally.Reports, tally.Problems));
    }

    [Fact]
    public void Texts_that_were_made_of_pages_and_resources_are_read()
    {
        byte[] warc = Joined(Record("conversion", A, "text/plain", Bytes("The ferry stops.")), Record("resource", "<" + B + ">", "text/html; charset=utf-8", Bytes(Page)), Record("resource", C, "image/gif", [1]));
        Assert.Equal([(A, "The ferry stops."), (B, Page)], Unpack(warc).Select(r => (r.Input!.Url, r.Text())));
    }

    [Fact]
    public void Records_are_found_whether_each_is_packed_or_all_or_none()
    {
        byte[][] records = [Response(A), Response(B), Response(C)];
        byte[] each = Joined([.. records.Select(r => Gzip(r))]), all = Gzip(Joined(records));
        foreach (byte[] file in (byte[][])[Joined(records), each, all, InBlocks(Joined(records))])
        {
            List<UnpackedReport> reports = Unpack(file);
            Assert.Equal([(A, Page), (B, Page), (C, Page)], reports.Select(r => (r.Input!.Url!, r.Text())));
            Assert.All(reports, r => Assert.Null(r.Problem));
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("gzip, br")]
    public void What_a_server_packed_is_unpacked(string encoding)
    {
        byte[] body = Bytes(Page);
        foreach (string layer in encoding.Split(", "))
            body = Encoded(body, layer);
        byte[] response = Response(A, body, $"Content-Type: text/html\r\nContent-Encoding: {encoding.Replace("raw ", "", StringComparison.Ordinal)}");
        UnpackedReport report = Assert.Single(Unpack(response));
        Assert.Equal((Page, null), (report.Text(), report.Problem));
        // Some crawlers unpack the page and leave the header as it was.
        Assert.Equal(Page, Assert.Single(Unpack(Response(A, Page, $"Content-Type: text/html\r\nContent-Encoding: {encoding.Split(' ')[^1]}"))).Text());
    }

    [Theory]
    [InlineData("4\r\nabcd\r\n3;ext=1\r\nefg\r\n0\r\nTrailer: x\r\n\r\n", "abcdefg", false)]
    [InlineData("4\nabcd\n0\n\n", "abcd", false)]
    [InlineData("a\r\n0123456789\r\n", "0123456789", true)]
    [InlineData("FFFFFFFFFFFFFFFF\r\nabc", "abc", true)]
    [InlineData("5\r\nabcdeXX", "abcde", true)]
    [InlineData("<p>no chunks at all</p>\n", "<p>no chunks at all</p>\n", false)]
    public void Chunks_are_put_together_and_missing_ones_told(string body, string expected, bool told)
    {
        UnpackedReport report = Assert.Single(Unpack(Response(A, body, "Content-Type: text/html\r\nTransfer-Encoding: chunked")));
        Assert.Equal(expected, report.Text());
        Assert.Equal(told, report.Problem is not null);
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    [InlineData(100_000)]
    public void A_lying_length_is_told_with_its_place_and_the_next_record_is_read(int lie)
    {
        byte[] block = Joined(Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), Bytes(Page));
        byte[] liar = Record("response", B, "application/http", block, block.Length + lie);
        byte[] first = Response(A);
        foreach (bool packed in (bool[])[false, true])
        {
            byte[] a = packed ? Gzip(first) : first;
            List<UnpackedReport> reports = Unpack(Joined(a, packed ? Gzip(liar) : liar, packed ? Gzip(Response(C)) : Response(C)));
            Assert.Equal([A, B, C], reports.Select(r => r.Input!.Url));
            Assert.Equal([false, true, false], reports.Select(r => r.Problem is not null));
            Assert.Contains($"WARC record 2, at byte {a.Length}: its Content-Length", reports[1].Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_length_that_lies_in_a_record_that_is_no_page_loses_no_record_that_is_packed_by_itself()
    {
        byte[] liar = Record("request", B, "application/http; msgtype=request", Bytes("GET / HTTP/1.1\r\n\r\n"), 5_000_000);
        List<UnpackedReport> reports = Unpack(Joined(Gzip(Response(A)), Gzip(liar), Gzip(Response(C))));
        Assert.Equal([A, null, C], reports.Select(r => r.Input?.Url));
    }

    [Fact]
    public void Missing_blank_lines_and_lone_line_feeds_are_got_over()
    {
        byte[] warc = Joined(Record("response", A, "application/http", Joined(Bytes("HTTP/1.1 200 OK\nContent-Type: text/html\n\n"), Bytes(Page)), after: ""), Record("conversion", B, "text/plain", Bytes("two"), after: "\n"), Response(C));
        List<UnpackedReport> reports = Unpack(warc);
        Assert.Equal([A, B, C], reports.Select(r => r.Input?.Url));
        Assert.Equal([true, false, false], reports.Select(r => r.Problem is not null));
    }

    [Fact]
    public void A_header_without_a_length_or_an_end_is_told_and_the_next_record_is_read()
    {
        byte[] noLength = Bytes("WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n\r\n"), negative = Bytes("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx\r\n\r\n");
        byte[] endless = Joined(Bytes("WARC/1.0\r\nX: "), Bytes(new string('x', 100_000)), Bytes("\r\n"));
        List<UnpackedReport> reports = Unpack(Joined(noLength, Response(A), negative, Response(B), endless, Response(C)));
        Assert.Equal([null, A, null, B, null, C], reports.Select(r => r.Input?.Url));
        Assert.All(reports.Where(r => r.Input is null), r => Assert.StartsWith("WARC record ", r.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_breaks_off_gives_what_it_holds_and_says_so()
    {
        byte[] plain = Joined(Response(A), Response(B)), packed = Joined(Gzip(Response(A)), Gzip(Response(B)));
        foreach (byte[] file in (byte[][])[plain[..^60], packed[..^30]])
        {
            List<UnpackedReport> reports = Unpack(file);
            Assert.Equal(A, reports[0].Input!.Url);
            Assert.Null(reports[0].Problem);
            Assert.Contains("breaks off", Assert.Single(reports, r => r.Problem is not null).Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_damaged_member_and_garbage_between_members_are_told_once_with_their_place_and_reading_goes_on()
    {
        byte[] a = Gzip(Response(A)), b = Gzip(Response(B)), c = Gzip(Response(C));
        byte[] broken = [.. b];
        broken.AsSpan(30, 40).Fill(0x55);
        List<UnpackedReport> reports = Unpack(Joined(a, broken, c));
        Assert.Equal([A, C], reports.Where(r => r.Problem is null).Select(r => r.Input!.Url));
        Assert.Contains($"gzip member 2, at byte {a.Length}", Assert.Single(reports, r => r.Problem is not null).Problem, StringComparison.Ordinal);

        reports = Unpack(Joined(a, Bytes("some words that are no gzip"), c));
        Assert.Equal([A, C], reports.Where(r => r.Input is not null).Select(r => r.Input!.Url));
        Assert.Contains($"at byte {a.Length} of the file", Assert.Single(reports, r => r.Problem is not null).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checksum_that_does_not_match_is_told()
    {
        byte[] b = Gzip(Response(B));
        b[^6] ^= 1;
        List<UnpackedReport> reports = Unpack(Joined(Gzip(Response(A)), b, Gzip(Response(C))));
        Assert.Contains("checksum", Assert.Single(reports, r => r.Problem is not null).Problem, StringComparison.Ordinal);
        Assert.Contains(C, reports.Select(r => r.Input?.Url));
    }

    [Fact]
    public void A_report_that_is_too_long_is_told_and_the_next_is_read()
    {
        List<UnpackedReport> reports = Unpack(Joined(Response(A, new string('x', 2_000_000)), Response(B)), limits: new UnpackLimits { LargestReport = 1 << 20 });
        Assert.Equal([null, B], reports.Select(r => r.Input?.Url));
        Assert.Contains("too long", reports[0].Problem, StringComparison.Ordinal);
    }

    // As bgzip packs: blocks that know nothing of records.
    private static byte[] InBlocks(byte[] plain) => Joined([.. plain.Chunk(100).Select(c => Gzip(c))]);

    private static byte[] Encoded(byte[] plain, string encoding)
    {
        var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "raw deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BufferedStream(new ForwardStream(packed)),
        })
        {
            stream.Write(plain);
            stream.Flush();
        }
        return packed.ToArray();
    }
}

using System.Text;
using Stemma.Reading;
using Stemma.Reading.Archives;
using static Stemma.Tests.Reading.Archives.Packed;

namespace Stemma.Tests.Reading.Archives;

/// <summary>Rows of corpora: JSON lines, arrays and single objects, and mails.</summary>
public class RowTests
{
    [Theory]
    [InlineData("""{"maintext":"Ferry stops.","title":"Ferry","authors":["Mara Lind","Ilja Kest"],"date_publish":"2024-03-12 10:15:00","source_domain":"lantern.example","url":"https://lantern.example/1","language":"en"}""")]
    [InlineData("""{"content":"Ferry stops.","headline":{"main":"Ferry"},"author":[{"name":"Mara Lind"},{"name":"Ilja Kest"}],"publishedAt":"2024-03-12 10:15:00","source":{"id":null,"name":"lantern.example"},"link":"https://lantern.example/1","lang":"en","description":"no"}""")]
    [InlineData("""{"Body":"Ferry stops.","nested":{"text":"no","x":[{}]},"Title":"Ferry","byline":"Mara Lind","pub-date":"2024-03-12 10:15:00","Publication":"lantern.example","web_url":"https://lantern.example/1","language":"en"}""")]
    public void The_names_that_corpora_use_are_known(string row)
    {
        ReportInput input = Assert.Single(Unpack(Bytes(row + "\n"))).Input!;
        Assert.Equal(("https://lantern.example/1", "Ferry stops.", "Ferry", "Mara Lind", "2024-03-12 10:15:00", "lantern.example", "https://lantern.example/1", "en"),
            (input.Name, Encoding.UTF8.GetString(input.Bytes.Span), input.Title, input.Authors[0], input.Published, input.Outlet, input.Url, input.Language));
    }

    [Fact]
    public void Of_two_names_the_better_one_is_taken_whatever_their_order()
    {
        foreach (string row in (string[])["{\"html\":\"<p>page\",\"text\":\"t\",\"url\":\"https://a.example/\",\"source_url\":\"no\",\"id\":7}", "{\"id\":7,\"source_url\":\"no\",\"url\":\"https://a.example/\",\"text\":\"t\",\"html\":\"<p>page\"}"])
        {
            UnpackedReport report = Assert.Single(Unpack(Bytes(row)));
            Assert.Equal(("<p>page", "https://a.example/", "7", "file#1"), (report.Text(), report.Input!.Url, report.Input.Name, report.Name));
        }
    }

    [Theory]
    [InlineData("1710238530", "2024-03-12T10:15:30+00:00")]
    [InlineData("1710238530123", "2024-03-12T10:15:30+00:00")]
    [InlineData("2024", null)]
    [InlineData("true", null)]
    [InlineData("\"\"", null)]
    public void Moments_in_seconds_and_thousandths_are_dates(string value, string? expected) =>
        Assert.Equal(expected, Assert.Single(Unpack(Bytes($"{{\"text\":\"t\",\"timestamp\":{value}}}"))).Input!.Published);

    [Fact]
    public void Bad_lines_are_told_with_their_number_and_the_rest_is_read()
    {
        List<UnpackedReport> reports = Unpack(Bytes("\uFEFF{\"text\":\"one\"}\r\n\r\n{\"text\": \"tw\n[3]\n{\"summary\":\"four\"}\n{\"text\":\"five\"} {}\n{\"text\":\"\\ud83d \\u00e9\"}"), "c.jsonl");
        Assert.Equal([("c.jsonl#1", "one"), ("c.jsonl#7", "\uFFFD é")], reports.Where(r => r.Input is not null).Select(r => (r.Name, r.Text())));
        Assert.Equal(["line 3: ", "line 4: ", "line 5: ", "line 6: "], reports.Where(r => r.Input is null).Select(r => r.Problem![..8]));
    }

    [Theory]
    [InlineData("rds cut off at the start\"}\n{\"text\":\"one\"}\n")]
    [InlineData("{oops\n{\"text\":\"one\"}\n{\"text\":\"two\"}\n")]
    public void A_broken_first_line_does_not_hide_what_the_file_is(string rows)
    {
        List<UnpackedReport> reports = Unpack(Bytes(rows));
        Assert.StartsWith("line 1: ", reports[0].Problem, StringComparison.Ordinal);
        Assert.Equal("one", reports[1].Text());
    }

    [Fact]
    public void A_line_that_is_too_long_is_told_and_the_next_is_read()
    {
        List<UnpackedReport> reports = Unpack(Bytes($"{{\"text\":\"one\"}}\n{{\"text\":\"{new string('x', 3_000_000)}\"}}\n{{\"text\":\"three\"}}\n"), limits: new UnpackLimits { LargestReport = 1 << 20 });
        Assert.Equal(["file#1", "file#2", "file#3"], reports.Select(r => r.Name));
        Assert.Contains("line 2: it is too long", reports[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_in_a_packed_file_that_breaks_off_are_read_as_far_as_they_go()
    {
        byte[] whole = Gzip(Bytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{{\"id\":\"{i * 7919 % 3001}\",\"text\":\"words {i * 31 % 977} and {i}\"}}\n"))));
        List<UnpackedReport> reports = Unpack(whole[..(whole.Length / 2)]);
        Assert.InRange(reports.Count(r => r.Input is not null), 500, 2500);
        Assert.Contains("breaks off", reports[^1].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"text\":\"on{e \\\"\"},{\"text\":\"two\"}]")]
    [InlineData("\uFEFF [\r\n  {\n    \"text\": \"on{e \\\"\"\n  },\n  { \"text\": \"two\", \"x\": [[]] }\n]\n")]
    public void An_array_of_objects_is_read_one_by_one(string json) =>
        Assert.Equal([("file#1", "on{e \""), ("file#2", "two")], Unpack(Bytes(json)).Select(r => (r.Name, r.Text())));

    [Fact]
    public void Faults_in_an_array_are_told_by_number()
    {
        List<UnpackedReport> reports = Unpack(Bytes($"[{{\"text\":\"one\"}},{{\"a\":1}},{{\"text\":oops}},{{\"text\":\"{new string('x', 3_000_000)}\"}},{{\"text\":\"five\"}},{{\"text\":\"six"), limits: new UnpackLimits { LargestReport = 1 << 20 });
        Assert.Equal([null, "object 2", "object 3", "object 4", null, "object 6"], reports.Select(r => r.Problem?.Split(':')[0]));
        Assert.Equal("five", reports[4].Text());
    }

    [Fact]
    public void One_object_over_several_lines_is_one_report_and_without_a_text_none()
    {
        Assert.Equal("one", Assert.Single(Unpack(Bytes("{\n  \"text\": \"one\"\n}\n"))).Text());
        Assert.Contains("no report", Assert.Single(Unpack(Bytes("{\n  \"a\": 1\n}\n"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dossier_beside_the_reports_is_passed_over_in_silence() => Assert.Empty(Unpack(Bytes("{\n  \"stemma\": \"0.1.0\",\n  \"reports\": []\n}\n")));

    [Fact]
    public void Text_that_begins_with_a_brace_is_text() => Assert.Equal("{sic} he said\nand left", Assert.Single(Unpack(Bytes("{sic} he said\nand left"))).Text());

    [Fact]
    public void Mails_are_parted_at_their_lines_and_quoted_ones_put_right()
    {
        string mbox = "From mara@lantern.example Tue Mar 12 10:15:00 2024\nSubject: One\n\nWords.\n>From the pier.\n>>From deeper.\nFrom here on, text.\n\nFrom now on it is text, too.\n\nFrom ilja@lantern.example Tue Mar 12 11:15:00 2024\r\nSubject: Two\r\n\r\nMore.\r\n";
        List<UnpackedReport> reports = Unpack(Bytes(mbox), "in.mbox");
        Assert.Equal(["in.mbox#1", "in.mbox#2"], reports.Select(r => r.Name));
        Assert.Equal("Subject: One\n\nWords.\nFrom the pier.\n>From deeper.\nFrom here on, text.\n\nFrom now on it is text, too.\n\n", reports[0].Text());
        Assert.StartsWith("Subject: Two", reports[1].Text(), StringComparison.Ordinal);
    }
}

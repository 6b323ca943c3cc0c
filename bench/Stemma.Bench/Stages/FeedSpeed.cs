using System.Globalization;
using System.Text;
using Stemma.Reading;
using Stemma.Reading.Documents;

namespace Stemma.Bench.Stages;

/// <summary>How fast a feed is taken apart, on one thread, warm: items and megabytes a second of processor time.</summary>
internal static class FeedSpeed
{
    /// <summary>How often the feed is read before the time counts, and while it does.</summary>
    private const int Warming = 2, Counted = 5;

    /// <summary>In bytes of the feed that is invented where no file is given.</summary>
    private const int Invented = 50 * 1024 * 1024;

    /// <summary>Takes the file apart, an invented RSS feed of 50 MB where the name is "-", and prints the best round.</summary>
    public static void Run(string file)
    {
        byte[] bytes = file == "-" ? Invent() : File.ReadAllBytes(file);
        var input = new ReportInput(file, bytes);
        double best = double.MaxValue;
        int items = 0, reports = 0;
        long allocated = 0;
        for (int round = -Warming; round < Counted; round++)
        {
            long before = GC.GetTotalAllocatedBytes();
            TimeSpan start = Environment.CpuUsage.TotalTime;
            IReadOnlyList<UnpackedReport> unpacked = ReportDocuments.Read(input) ?? [];
            double took = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            best = round < 0 ? best : Math.Min(best, took);
            (items, reports, allocated) = (unpacked.Count, unpacked.Count(u => u.Input is not null), GC.GetTotalAllocatedBytes() - before);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reports} reports and {items - reports} problems out of {bytes.Length / 1e6:0.0} MB in {best:0.00} s: {items / best:0} items and {bytes.Length / 1e6 / best:0} MB a second of processor time, collector and all; {allocated / 1e6:0} MB allocated"));
    }

    private static byte[] Invent()
    {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Lindmoor Courier</title><link>https://courier.example/</link><language>en-GB</language>\n");
        for (int i = 0; feed.Length < Invented; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Ship {i} waits &#8211; the lock &amp; the crane</title><link>https://courier.example/news/{i}</link><guid isPermaLink=\"false\">https://courier.example/?p={i}</guid><pubDate>Tue, 12 Mar 2024 18:{i % 60:00}:00 +0100</pubDate><dc:creator><![CDATA[Ada Thornby]]></dc:creator><category><![CDATA[Ports]]></category><media:thumbnail url=\"https://courier.example/{i}.jpg\" width=\"300\" height=\"200\"/><description><![CDATA[Ship {i} cannot enter the harbour of Lindmoor […]]]></description><content:encoded><![CDATA[");
            for (int p = 0; p < 8; p++)
                feed.Append(CultureInfo.InvariantCulture, $"<p>Ship {i} with grain and timber must wait outside the harbour of Lindmoor until the arm of the crane has been cut up and lifted away, said the port office in its note {p}. “We hear the steel working in the swell,” harbour master Ilka Brandt told reporters.</p>\n");
            feed.Append("]]></content:encoded></item>\n");
        }
        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>\n").ToString());
    }
}

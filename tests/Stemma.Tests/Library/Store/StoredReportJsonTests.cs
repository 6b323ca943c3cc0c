using Stemma.Library.Store;
using Stemma.Reports;

namespace Stemma.Tests.Library.Store;

/// <summary>A report comes out of a library as it went in.</summary>
public class StoredReportJsonTests
{
    [Fact]
    public void Everything_a_report_can_hold_comes_back()
    {
        var report = new Report
        {
            Id = "a\0b.txt",
            File = "a.txt",
            Url = "https://orm.example/a",
            CanonicalUrl = "https://wire.example/b",
            Outlet = "Orm “Post”",
            Title = "Keeper",
            TitleSpan = new TextSpan(0, 6),
            Byline = ["Liv Aas", "Tor Vik"],
            Credits = [new Credit("AFP", new TextSpan(8, 11), "dateline"), new Credit("dpa", null, "metadata")],
            Language = "en",
            Published = new PublicationDate(new DateOnly(2024, 5, 3), new DateOnly(2024, 5, 4), DateSource.File, ["because"]) { Instant = new DateTimeOffset(2024, 5, 3, 4, 5, 6, TimeSpan.FromHours(2)) },
            Updated = new DateOnly(2024, 5, 5),
            Section = "Coast",
            Text = "Keeper (AFP) leaves\n\nMore",
            Cuts = [new Cut(new TextSpan(21, 25), "link")],
        };
        Assert.Equivalent(report, StoredReportJson.Read(StoredReportJson.Write(report), report.Text), strict: true);
        var plain = new Report { Id = "x", Text = "y" };
        Assert.Equivalent(plain, StoredReportJson.Read(StoredReportJson.Write(plain), "y"), strict: true);
    }
}

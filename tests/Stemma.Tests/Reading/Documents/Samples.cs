using System.Text;
using Stemma.Reading;
using Stemma.Reading.Documents;
using Stemma.Reports;

namespace Stemma.Tests.Reading.Documents;

/// <summary>Invented reports that the tests wrap in documents of every kind, and how the tests read them.</summary>
internal static class Samples
{
    public const string First = "The harbour of Lindmoor was closed to all ships on Tuesday after a crane fell across its only lock, the port office said.";
    public const string Second = "Nobody was hurt, but eleven vessels with grain and timber must wait outside until the arm of the crane has been cut up and lifted away.";
    public const string Third = "“We hear the steel working in the swell,” harbour master Ilka Brandt told reporters. “Nobody goes near it before it is quiet.”";
    public const string Fourth = "The lock was built in 1931 and is the only way from the sea to the mills of the valley, which have flour for nine days.";

    /// <summary>Four paragraphs, plain.</summary>
    public static string Plain => string.Join("\n\n", First, Second, Third, Fourth);

    /// <summary>The same as HTML.</summary>
    public static string Html => $"<p>{First}</p>\n<p>{Second}</p>\n<p>{Third}</p>\n<p>{Fourth}</p>";

    /// <summary>The same, escaped for XML.</summary>
    public static string Escaped => Html.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    public static ReportInput Input(string text, string name = "a.xml") => new(name, Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<UnpackedReport> Unpacked(string text)
    {
        IReadOnlyList<UnpackedReport>? unpacked = ReportDocuments.Read(Input(text));
        Assert.NotNull(unpacked);
        return unpacked;
    }

    /// <summary>The only report of a document, read.</summary>
    public static Report Only(string text)
    {
        IReadOnlyList<UnpackedReport> unpacked = Unpacked(text);
        UnpackedReport one = Assert.Single(unpacked, u => u.Input is not null);
        return Read(one);
    }

    public static Report Read(UnpackedReport unpacked)
    {
        Assert.NotNull(unpacked.Input);
        ReadingResult result = ReportReader.Read(unpacked.Input);
        Assert.True(result.Report is not null, result.Problem);
        return result.Report;
    }

    /// <summary>An RSS feed with the items given.</summary>
    public static string Rss(params string[] items) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>Lindmoor Courier</title><link>https://courier.example/</link><language>en-GB</language>
        {string.Join('\n', items)}
        </channel></rss>
        """;

    /// <summary>An item of RSS with a full text.</summary>
    public static string Item(string id, string? title = null, string more = "") =>
        $"<item><title>{title ?? "Crane falls across the lock of Lindmoor " + id}</title><link>https://courier.example/{id}</link><guid isPermaLink=\"false\">{id}</guid><pubDate>Tue, 12 Mar 2024 18:30:00 +0100</pubDate><content:encoded><![CDATA[{Html}<p>Note {id}.</p>]]></content:encoded>{more}</item>";
}

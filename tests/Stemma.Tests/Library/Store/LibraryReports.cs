using System.Text;
using Stemma.Library.Store;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Library.Store;

/// <summary>Invented reports to put into libraries.</summary>
internal static class LibraryReports
{
    /// <summary>The time at which they were read.</summary>
    public static readonly DateTimeOffset Seen = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    public const string Lighthouse = """
        The keeper of the lighthouse on Orm Point, Hedda Brask, climbed its 212 steps for the last time on Friday.

        “I never counted the ships, only the nights,” Brask said as she handed the keys to the harbour office.

        The lamp has been electric since 1983, but the port had kept the post because pilots asked for it.
        """;

    public const string Quarry = """
        Work at the slate quarry above Tannholm stopped on Monday after a crack opened along its upper terrace.

        Engineer Piet Lorang told reporters that nobody had been hurt and that the terrace would be watched by night.

        The quarry employs 140 people and had planned to reopen its northern face in June.
        """;

    /// <summary>A report of these words.</summary>
    public static NewReport Of(string text, string? url = null, string? outlet = null, string? title = null, string? day = "2024-05-03", string name = "report.txt", DateTimeOffset? seen = null)
    {
        DateOnly? published = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var report = new Report
        {
            Id = name,
            File = name,
            Url = url,
            Outlet = outlet,
            Title = title,
            Language = "en",
            Text = text,
            Published = published is { } known ? new PublicationDate(known, known, DateSource.Stated, []) : null,
        };
        return NewReport.Of(report, Encoding.UTF8.GetBytes(text), seen ?? Seen);
    }

    /// <summary>A query that a person typed without a fault.</summary>
    public static SearchQuery Query(string typed)
    {
        SearchQuery query = SearchQueryParser.Parse(typed, out string? problem);
        Assert.Null(problem);
        return query;
    }
}

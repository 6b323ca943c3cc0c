using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Dating;
using Stemma.Tests.Annotation.Times;

namespace Stemma.Tests.Stories.Dating;

/// <summary>Two reports of one invented affair, the one dated: what they share puts the other within fourteen days.</summary>
internal static class StoryOfKelm
{
    public const string Body = """

        The mayor of Kelm, Ada Brunn, walked through the mud of the lower town with firefighters and volunteers.
        Bakers handed out bread near the station while engineers measured cracks in the old stone viaduct above the river Lenne.
        Insurers counted hundreds of ruined cellars, and the regional council promised cheap credit for shops, farms and workshops.
        Hydrologists from the university blamed a rusted sluice gate, poor maintenance and an unusually wet autumn in the hills.
        The operator Valdur Power rejected the criticism and pointed to its certificates, its sensors and its trained crews.
        """;

    /// <summary>When the undated report was published, beside a report of that day.</summary>
    public static PublicationDate Beside(DateOnly day, string dated, string undated)
    {
        AnnotatedReport known = TimesOf.Report(dated + Body, "a", new PublicationDate(day, day, DateSource.Stated, []));
        return DateNarrower.Narrow([known, TimesOf.Report(undated + Body, "b")])[1]!;
    }

    public static (string From, string To) Interval(PublicationDate date) => ($"{date.From:yyyy-MM-dd}", $"{date.To:yyyy-MM-dd}");
}

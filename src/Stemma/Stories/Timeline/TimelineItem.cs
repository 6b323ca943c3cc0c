using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Stories.Dating;

namespace Stemma.Stories.Timeline;

/// <summary>One time in one sentence, before sentences of several reports are joined.</summary>
internal sealed record TimelineItem(TimelineTelling Telling, TimeMeaning Meaning, DateOnly From, DateOnly To, TimePrecision Precision, bool Fills, IReadOnlyCollection<string> Words)
{
    /// <summary>The items of a report, in text order.</summary>
    public static IEnumerable<TimelineItem> Read(AnnotatedReport report, int index, IReadOnlyList<ResolvedTime> times)
    {
        int sentence = 0, wordsOf = -1;
        IReadOnlyCollection<string> words = [];
        foreach (ResolvedTime time in times)
        {
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.From is not { } from || time.To is not { } to)
                continue;
            if (time.Expression.Meaning is EraTime || to.DayNumber - from.DayNumber > WidestEvent)
                continue;
            while (sentence + 1 < report.Sentences.Count && report.Sentences[sentence + 1].Span.Start <= time.Span.Start)
                sentence++;
            Sentence s = report.Sentences[sentence];
            if (report.Paragraphs[s.Paragraph].Kind != ParagraphKind.Body)
                continue;
            if (wordsOf != sentence)
                (words, wordsOf) = (ContentOf(report, s), sentence);
            yield return new TimelineItem(new TimelineTelling(index, s.Span, time.Span), time.Expression.Meaning, from, to, time.Precision, FillsUnit(time, from, to), words);
        }
    }

    /// <summary>The day of the week that the words name, 1 (Monday) to 7, null for none.</summary>
    public int? Weekday => Meaning switch
    {
        CalendarTime date => date.Weekday,
        ClockTime { On: CalendarTime date } => date.Weekday,
        _ => null,
    };

    // True where the days are those of the unit that the precision names: the publication left nothing open.
    private static bool FillsUnit(ResolvedTime time, DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) switch
    {
        0 => time.Precision == TimePrecision.Day,
        <= 6 => time.Precision == TimePrecision.Week,
        <= 30 => time.Precision == TimePrecision.Month,
        <= 92 => time.Precision == TimePrecision.Season,
        _ => time.Precision == TimePrecision.Year,
    };

    private static SortedSet<string> ContentOf(AnnotatedReport report, Sentence sentence)
    {
        var set = new SortedSet<string>(StringComparer.Ordinal);
        for (int i = sentence.FirstToken; i < sentence.FirstToken + Math.Min(sentence.TokenCount, LongestSentence); i++)
        {
            if (EventWords.English.Content(report.Text, report.Tokens[i]) is { } word)
                set.Add(word);
        }
        return set;
    }

    /// <summary>In days: wider times place nothing on a timeline.</summary>
    private const int WidestEvent = 366;

    /// <summary>In tokens of a sentence that are looked at.</summary>
    private const int LongestSentence = 120;
}

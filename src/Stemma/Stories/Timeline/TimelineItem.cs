using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;
using Stemma.Stories.Dating;

namespace Stemma.Stories.Timeline;

/// <summary>One time in one sentence, before sentences of several reports are joined.</summary>
internal sealed record TimelineItem(TimelineTelling Telling, TimeMeaning Meaning, DateOnly From, DateOnly To, TimePrecision Precision, bool Fills, IReadOnlyCollection<string> Words)
{
    /// <summary>The items of a report, in text order.</summary>
    public static IEnumerable<TimelineItem> Read(AnnotatedReport report, int index, IReadOnlyList<ResolvedTime> times)
    {
        int sentence = 0, wordsOf = -1, quotation = 0;
        IReadOnlyCollection<string> words = [];
        for (int t = 0; t < times.Count; t++)
        {
            ResolvedTime time = times[t];
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.From is not { } from || time.To is not { } to)
                continue;
            if (time.Expression.Meaning is EraTime || to.DayNumber - from.DayNumber > WidestEvent)
                continue;
            // "in autumn 2019, four years ago" is one time, told twice.
            if (Apposition.NamedBeside(report, t) is { } named && times[named] is { From: { } first, To: { } last }
                && (!TimeResolver.NeedsPublication(times[named].Expression.Meaning) || (first <= to && from <= last)))
                continue;
            if (IsSpoken(report, time.Span, ref quotation) && !IsOver(report, time, to))
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

    // True between quotation marks; the caller asks in text order. An outer quotation comes before one inside it.
    private static bool IsSpoken(AnnotatedReport report, TextSpan time, ref int quotation)
    {
        while (quotation < report.Quotations.Count && report.Quotations[quotation].Marked.End <= time.Start)
            quotation++;
        for (int q = quotation; q < report.Quotations.Count && report.Quotations[q].Marked.Start <= time.Start; q++)
        {
            if (report.Quotations[q].Kind != QuotationKind.Indirect && report.Quotations[q].Marked.Contains(time))
                return true;
        }
        return false;
    }

    // What somebody says of days to come is a plan or a wish, no event that the report tells.
    private static bool IsOver(AnnotatedReport report, ResolvedTime time, DateOnly to) =>
        report.Report.Published is { } published ? to <= published.To && time.Expression.Tense != TimeTense.Future : time.Expression.Tense != TimeTense.Future;

    // True where the days are those of the unit that the precision names: the publication left nothing open.
    private static bool FillsUnit(ResolvedTime time, DateOnly from, DateOnly to)
    {
        int days = to.DayNumber - from.DayNumber + 1;
        return time.Precision switch
        {
            TimePrecision.Day => days == 1,
            TimePrecision.Week => days is 7 or 2,
            TimePrecision.Month => from.Day == 1 && days == DateTime.DaysInMonth(from.Year, from.Month),
            TimePrecision.Season => from.Day == 1 && days is >= 90 and <= 92,
            TimePrecision.Year => from.Day == 1 && days is 365 or 366,
            _ => false,
        };
    }

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

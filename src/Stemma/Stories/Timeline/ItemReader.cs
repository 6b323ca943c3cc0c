using Stemma.Annotation;
using Stemma.Annotation.Clauses;
using Stemma.Annotation.Tagging;
using Stemma.Annotation.Times;
using Stemma.Comparison.Similarity;
using Stemma.Reports;
using Stemma.Stories.Dating;

namespace Stemma.Stories.Timeline;

/// <summary>Reads from one report the times at which something happened or is to happen.</summary>
internal sealed class ItemReader
{
    private readonly AnnotatedReport _report;
    private readonly int _index;
    private readonly IReadOnlyList<ResolvedTime> _times;
    private readonly ReportWords _words;
    private int _sentence, _quotation;

    private ItemReader(AnnotatedReport report, int index, IReadOnlyList<ResolvedTime> times, WordForms forms) =>
        (_report, _index, _times, _words) = (report, index, times, ReportWords.Of(report, forms));

    /// <summary>The items of a report, in text order. Linear in its length.</summary>
    public static IReadOnlyList<TimelineItem> Read(AnnotatedReport report, int index, IReadOnlyList<ResolvedTime> times, WordForms forms)
    {
        var items = new List<TimelineItem>();
        if (!times.Any(IsPlace))
            return items;
        var reader = new ItemReader(report, index, times, forms);
        for (int t = 0; t < times.Count && items.Count < MostItems; t++)
        {
            if (!IsPlace(times[t]))
                continue;
            int last = TimeStretch.EndOf(report, times, t);
            if (reader.Item(t, last) is { } item)
                items.Add(item);
            t = last;
        }
        return items;
    }

    private static bool IsPlace(ResolvedTime time) =>
        time.Type is TimeType.Date or TimeType.Time && time.From is not null && time.Expression.Meaning is not EraTime;

    // The times from t to last are one stretch, most often a single time.
    private TimelineItem? Item(int t, int last)
    {
        ResolvedTime time = _times[t];
        TextSpan words = time.Span.Union(_times[last].Span);
        (DateOnly from, DateOnly to) = (time.From!.Value, _times[last].To!.Value);
        // "in autumn 2019, four years ago" is one time, told twice.
        if (t == last && Apposition.NamedBeside(_report, t) is { } named && _times[named] is { From: { } first, To: { } end }
            && (!TimeResolver.NeedsPublication(_times[named].Expression.Meaning) || (first <= to && from <= end)))
            return null;
        TimeClause? clause = t < _report.TimeClauses.Count ? _report.TimeClauses[t] : null;
        bool ahead = clause is null ? time.Expression.Tense == TimeTense.Future : clause.Form != ClauseForm.Told;
        if (ahead)
            (from, to) = NextWeekday(time, clause, from, to);
        if (t != last)
        {
            // "from Friday to Monday": the last day comes after the first.
            while (to < from)
                to = to.AddDays(DaysOfWeek);
        }
        if (to.DayNumber - from.DayNumber > WidestEvent)
            return null;
        PublicationDate? published = _report.Report.Published;
        bool isToCome = published is not null && from > published.To;
        bool isOver = published is not null && to < published.From && clause?.Form != ClauseForm.WasAhead;
        bool isPlan = isToCome || (ahead && !isOver);
        if (IsSpoken(words) && (isPlan || time.Expression.Tense == TimeTense.Future))
            return null;
        while (_sentence + 1 < _report.Sentences.Count && _report.Sentences[_sentence + 1].Span.Start <= time.Span.Start)
            _sentence++;
        Sentence s = _report.Sentences[_sentence];
        if (_report.Paragraphs[s.Paragraph].Kind != ParagraphKind.Body)
            return null;
        TextSpan span = (clause?.Span ?? s.Span).Union(words);
        ContentOf(span, out string[] stems, out string[] names, out string[] numbers, out bool several);
        string verb = clause is null || clause.Verb.Length > LongestVerb ? "" : Lemmatizer.English.BaseForm(clause.Verb.Over(_report.Text), UniversalTag.Verb);
        return new TimelineItem
        {
            Telling = new TimelineTelling(_index, s.Span.Union(words), words) { Clause = span, From = from, To = to, IsPlan = isPlan },
            Meaning = t == last ? time.Expression.Meaning : new TimeRange(time.Expression.Meaning, _times[last].Expression.Meaning),
            Precision = t == last ? time.Precision : TimePrecision.Interval,
            Fills = t == last ? FillsUnit(time, from, to) : time.From == time.To && _times[last].From == _times[last].To,
            Place = _sentence,
            Verb = verb,
            Gives = clause?.Gives ?? false,
            IsOneOfSeveral = several,
            Words = stems,
            Names = names,
            Numbers = numbers,
            IsRelative = TimeResolver.NeedsPublication(time.Expression.Meaning),
        };
    }

    // A plan's bare weekday is the day of publication or one to come; what "was to" be done may have been so yesterday.
    private (DateOnly From, DateOnly To) NextWeekday(ResolvedTime time, TimeClause? clause, DateOnly from, DateOnly to)
    {
        bool isBare = time.Expression.Meaning is CalendarTime { Weekday: not null, Month: null, Day: null, Selector: null }
            or ClockTime { On: CalendarTime { Weekday: not null, Month: null, Day: null, Selector: null } };
        if (!isBare || _report.Report.Published is not { } published)
            return (from, to);
        if (!published.IsDay)
            return time.Expression.Tense == TimeTense.Future ? (from, to) : (from, to.AddDays(DaysOfWeek));
        int weeks = 0, back = clause?.Form == ClauseForm.WasAhead ? DaysBack : 0;
        if (from.DayNumber < published.From.DayNumber - back)
            weeks = 1;
        else if (from.DayNumber - DaysOfWeek >= published.From.DayNumber - back && back > 0)
            weeks = -1;
        return (from.AddDays(weeks * DaysOfWeek), to.AddDays(weeks * DaysOfWeek));
    }

    // True between quotation marks; asked in text order. An outer quotation comes before one inside it.
    private bool IsSpoken(TextSpan time)
    {
        while (_quotation < _report.Quotations.Count && _report.Quotations[_quotation].Marked.End <= time.Start)
            _quotation++;
        for (int q = _quotation; q < _report.Quotations.Count && _report.Quotations[q].Marked.Start <= time.Start; q++)
        {
            if (_report.Quotations[q].Kind != QuotationKind.Indirect && _report.Quotations[q].Marked.Contains(time))
                return true;
        }
        return false;
    }

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
            _ => !TimeResolver.NeedsPublication(time.Expression.Meaning),
        };
    }

    private void ContentOf(TextSpan clause, out string[] stems, out string[] names, out string[] numbers, out bool several)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        var named = new SortedSet<string>(StringComparer.Ordinal);
        var counted = new SortedSet<string>(StringComparer.Ordinal);
        several = false;
        int time = FirstTimeFrom(clause.Start), read = 0;
        foreach (ref readonly ComparableWord word in _words.In(clause))
        {
            if (read++ == LongestClause)
                break;
            while (time < _times.Count && _times[time].Span.End <= word.Span.Start)
                time++;
            if (time < _times.Count && _times[time].Span.Overlaps(word.Span))
                continue;
            several = several || ClauseWords.English.IsOneOfSeveral(word.Form);
            if (!word.IsContent)
                continue;
            if (char.IsAsciiDigit(word.Form[0]))
                counted.Add(word.Form);
            all.Add(word.Stem);
            if (word.IsCapital && word.Span.Start > clause.Start)
                named.Add(word.Stem);
        }
        (stems, names, numbers) = ([.. all], [.. named], [.. counted]);
    }

    private int FirstTimeFrom(int place)
    {
        int low = 0, high = _times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_times[middle].Span.End <= place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>In days: wider times place nothing on a timeline.</summary>
    private const int WidestEvent = 366;

    private const int DaysOfWeek = 7;

    /// <summary>In days before the publication: what was to be done on a weekday that is farther back is still to come.</summary>
    private const int DaysBack = 1;

    /// <summary>In words of a clause that are looked at.</summary>
    private const int LongestClause = 80;

    /// <summary>In UTF-16 code units.</summary>
    private const int LongestVerb = 40;

    /// <summary>Of one report; keeps a hostile text from costing more than a long one.</summary>
    private const int MostItems = 400;
}

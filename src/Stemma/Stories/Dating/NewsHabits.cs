using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Times;

namespace Stemma.Stories.Dating;

/// <summary>Customs of news writing that tell of the day of publication once the week or the month is known.</summary>
/// <remarks>Counted on texts of known date: MEANTIME, TimeBank and AQUAINT. Count again when a constant is changed.</remarks>
internal static class NewsHabits
{
    /// <summary>The customs that bear on the report, in text order.</summary>
    /// <param name="index">The index of the report in the story.</param>
    /// <param name="mentions">Its mentions.</param>
    /// <param name="isReprint">True where another report has the lead as well: weekdays of a copy are those of the first print.</param>
    public static IEnumerable<HabitConstraint> Read(int index, IReadOnlyList<DatedMention> mentions, bool isReprint)
    {
        HabitConstraint?[] ofTheWeek = isReprint ? [] : [Lead(index, mentions), Span(index, mentions), Plan(index, mentions)];
        foreach (HabitConstraint? found in ofTheWeek.Concat([Contrast(index, mentions), Figures(index, mentions)]))
        {
            if (found is not null)
                yield return found;
        }
    }

    /// <summary>The reports whose lead stands in another report as well, so that nobody knows which of them is the copy.</summary>
    public static IReadOnlySet<int> Reprints(IEnumerable<EventLink> sentences)
    {
        var reprints = new HashSet<int>();
        foreach (EventLink link in sentences)
        {
            bool isLead = link.A.Sentence < LeadSentences && link.B.Sentence < LeadSentences;
            if (isLead && link.A.Report != link.B.Report && link.Strength >= CopiedShare * Math.Max(link.A.Around.Count, link.B.Around.Count))
                reprints.UnionWith([link.A.Report, link.B.Report]);
        }
        return reprints;
    }

    // The first weekday of the lead that is looked back on is that of the publication or one just before it.
    private static HabitConstraint? Lead(int index, IReadOnlyList<DatedMention> mentions)
    {
        foreach (DatedMention mention in mentions)
        {
            if (mention.Sentence >= LeadSentences)
                return null;
            if (mention.Time.Tense == TimeTense.Past && mention.BareWeekday is { } weekday)
                return new HabitConstraint(index, $"the lead looks back on “{mention.Words}”: published that day or within three days of it", day => Back(day, weekday) <= LeadReach);
        }
        return null;
    }

    // Weekdays without "last" or "next", those over and those to come, lie within one week.
    private static HabitConstraint? Span(int index, IReadOnlyList<DatedMention> mentions)
    {
        DatedMention? past = null, ahead = null;
        var pairs = new SortedSet<(int Over, int Ahead)>();
        foreach (DatedMention over in mentions.Where(m => IsOver(m)))
        {
            foreach (DatedMention coming in mentions.Where(m => m.Time.Tense == TimeTense.Future && m.BareWeekday is not null && m.BareWeekday != over.BareWeekday))
            {
                (past, ahead) = (past ?? over, ahead ?? coming);
                pairs.Add((over.BareWeekday!.Value, coming.BareWeekday!.Value));
            }
        }
        return past is null ? null
            : new HabitConstraint(index, $"“{past.Words}” is over and “{ahead!.Words}” to come: weekdays without “last” or “next” lie within one week", day => pairs.All(p => Back(day, p.Over) + Ahead(day, p.Ahead) < 7));
    }

    // Who writes "this month" of one thing and "in February" of another does not write in February.
    private static HabitConstraint? Contrast(int index, IReadOnlyList<DatedMention> mentions)
    {
        DatedMention? current = mentions.FirstOrDefault(m => m.Time.Meaning is RelativeTime { Unit: TimeUnit.Month, Shift: 0, Period: TimePeriod.None });
        DatedMention? named = mentions.FirstOrDefault(m => m.Time.Tense == TimeTense.Past && IsBareMonth(m.Time.Meaning));
        if (current is null || named is null)
            return null;
        int[] months = [.. mentions.Where(m => m.Time.Tense == TimeTense.Past && IsBareMonth(m.Time.Meaning)).Select(m => ((CalendarTime)m.Time.Meaning).Month!.Value).Distinct()];
        string words = string.Create(CultureInfo.InvariantCulture, $"speaks of “{named.Words}” beside “{current.Words}”: published in another month");
        return new HabitConstraint(index, words, day => !months.Contains(day.Month));
    }

    // "Will come next week … will be there from Monday": that Monday is one of the next week.
    private static HabitConstraint? Plan(int index, IReadOnlyList<DatedMention> mentions)
    {
        DatedMention? week = mentions.FirstOrDefault(m => m.Sentence < LeadSentences && m.IsSurelyFuture && m.Time.Meaning is RelativeTime { Unit: TimeUnit.Week, Shift: 1, FromContext: false });
        DatedMention? named = week is null ? null : mentions.FirstOrDefault(m => m.IsSurelyFuture && m.BareWeekday is not null);
        if (named is null || named.Sentence > LeadSentences || named.Around.Intersect(week!.Around, StringComparer.Ordinal).Count() < SamePlan)
            return null;
        return new HabitConstraint(index, $"“{named.Words}” tells the day of what comes “{week.Words}”", day => Ahead(day, named.BareWeekday!.Value) > 7 - TimePlace.IsoDay(day));
    }

    // Figures of a quarter are told within four months of its end. Where another quarter is named without its year, that one is the
    // news and the year stands with what it is compared with.
    private static HabitConstraint? Figures(int index, IReadOnlyList<DatedMention> mentions)
    {
        if (mentions.Any(m => m.Time.Meaning is CalendarTime { Quarter: not null, Year: null } or RelativeTime { Unit: TimeUnit.Quarter }))
            return null;
        DatedMention? latest = mentions
            .Where(m => m.Time is { Meaning: CalendarTime { Quarter: not null, Year: not null, Period: TimePeriod.None, Part: TimePart.Whole }, Tense: TimeTense.Past } && m.Sentence < LeadSentences)
            .MaxBy(m => m.At(DayDomain.Earliest)?.To ?? DayDomain.Earliest);
        if (latest?.At(DayDomain.Earliest) is not { To: { } end })
            return null;
        return new HabitConstraint(index, $"tells of “{latest.Words}”: figures of a quarter come within four months of its end", _ => true) { From = end.AddDays(1), To = end.AddDays(FiguresReach) };
    }

    private static bool IsOver(DatedMention mention) =>
        mention.BareWeekday is not null && (mention.IsSurelyPast || (mention.Time.Tense == TimeTense.Past && mention.Sentence < LeadSentences));

    private static bool IsBareMonth(TimeMeaning meaning) =>
        meaning is CalendarTime { Month: not null, Day: null, Nth: null, Year: null, ShortYear: null, YearShift: null, Selector: null, Part: TimePart.Whole };

    private static int Back(DateOnly day, int weekday) => (TimePlace.IsoDay(day) - weekday + 7) % 7;

    private static int Ahead(DateOnly day, int weekday) => (weekday - TimePlace.IsoDay(day) + 7) % 7;

    // In sentences that are no headings, and in days. Of the first weekdays looked back on in such leads 120 of 124
    // lie that near; the rest are names of days and plans taken for the past. Of 22 pairs of weekdays over and to come all lie
    // within a week; of 16 months named beside "this month" none is that of the publication.
    private const int LeadSentences = 5, LeadReach = 3;

    /// <summary>In parts of the content words of the longer sentence. Of 158 undated reports of newstree stories 5 copies came later than their lead allows.</summary>
    private const double CopiedShare = 0.5;

    /// <summary>In days; by the filing rules of stock exchanges, which allow at most four months. In MEANTIME the figures come after 27 to 37.</summary>
    private const int FiguresReach = 122;

    /// <summary>In content words that two sentences about one plan share; set by hand.</summary>
    private const int SamePlan = 2;
}

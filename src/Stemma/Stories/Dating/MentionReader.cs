using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Stories.Dating;

/// <summary>Reads from a report the dated mentions of events.</summary>
internal static class MentionReader
{
    /// <summary>The mentions, in text order. Linear in the length of the report.</summary>
    public static IReadOnlyList<DatedMention> Read(AnnotatedReport report, int index)
    {
        var mentions = new List<DatedMention>();
        EventWords words = EventWords.English;
        int sentence = 0, token = 0, place = 0;
        HashSet<string> names = Names(report);
        string[] around = [];
        int aroundOf = -1, firstTime = 0;
        foreach (TimeExpression time in report.Times)
        {
            if (mentions.Count == MostMentions)
                break;
            if (!IsPlace(time.Meaning))
                continue;
            while (sentence + 1 < report.Sentences.Count && report.Sentences[sentence + 1].Span.Start <= time.Span.Start)
                place += report.Sentences[sentence++].TokenCount > ShortSentence ? 1 : 0;
            Sentence s = report.Sentences[sentence];
            token = Math.Max(token, s.FirstToken);
            while (token + 1 < report.Tokens.Count && report.Tokens[token].Span.End <= time.Span.Start)
                token++;
            int end = token;
            while (end < report.Tokens.Count && report.Tokens[end].Span.Start < time.Span.End)
                end++;
            if (aroundOf != sentence)
                (around, aroundOf) = (Around(report, s, ref firstTime, words), sentence);
            string shown = time.Span.Length <= LongestShown ? time.Span.In(report.Text) : "…";
            (List<string> near, List<string> recurring) = Near(report, s, token, end, names, words);
            mentions.Add(new DatedMention(index, time, shown, near, around)
            {
                Recurring = recurring,
                Names = [.. around.Where(names.Contains)],
                Phrases = EventPhrases.Near(report, s, token, end, names),
                Sentence = place,
                IsAnnouncement = time.TenseCue is { } told && told.Length <= LongestShown && words.IsOpen(told.In(report.Text).ToLowerInvariant()),
                IsSurelyPast = time.Tense == TimeTense.Past && OwnVerb(report, s, token, time, words),
                IsSurelyFuture = time.Tense == TimeTense.Future && OwnVerb(report, s, token, time, words),
            });
        }
        return mentions;
    }

    private static bool IsPlace(TimeMeaning meaning) => meaning switch
    {
        CalendarTime => true,
        ClockTime { On: { } day } => IsPlace(day),
        RelativeTime relative => !relative.FromContext,
        ShiftedTime shifted => !shifted.FromContext && shifted.Length.Amount is not null && shifted.Length.Unit >= TimeUnit.Day,
        _ => false,
    };

    // The content words of the sentence without those of its times.
    private static string[] Around(AnnotatedReport report, Sentence sentence, ref int firstTime, EventWords words)
    {
        while (firstTime < report.Times.Count && report.Times[firstTime].Span.End <= sentence.Span.Start)
            firstTime++;
        var set = new SortedSet<string>(StringComparer.Ordinal);
        int limit = sentence.FirstToken + Math.Min(sentence.TokenCount, LongestSentence), time = firstTime;
        for (int i = sentence.FirstToken; i < limit; i++)
        {
            while (time < report.Times.Count && report.Times[time].Span.End <= report.Tokens[i].Span.Start)
                time++;
            bool isTime = time < report.Times.Count && report.Times[time].Span.Overlaps(report.Tokens[i].Span);
            if (!isTime && words.Content(report.Text, report.Tokens[i]) is { } word)
                set.Add(word);
        }
        return [.. set];
    }

    // The words that the report writes with a capital inside a sentence.
    private static HashSet<string> Names(AnnotatedReport report)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sentence sentence in report.Sentences)
        {
            for (int i = sentence.FirstToken + 1; i < sentence.FirstToken + sentence.TokenCount; i++)
            {
                bool isCapital = char.IsUpper(report.Text[report.Tokens[i].Span.Start]);
                if (isCapital && names.Count < MostNames && EventWords.English.Content(report.Text, report.Tokens[i]) is { } word)
                    names.Add(word);
            }
        }
        return names;
    }

    // The words before the time in its clause; where there are few, the words after it as well.
    private static (List<string> Near, List<string> Recurring) Near(AnnotatedReport report, Sentence sentence, int first, int end, HashSet<string> names, EventWords words)
    {
        List<string> near = [], recurring = [];
        int read = 0;
        for (int i = first - 1; i >= Math.Max(sentence.FirstToken, first - NearReach) && read < NearBefore; i--)
        {
            // "the dam, which burst last year": the clause tells of the word before it.
            if (i > sentence.FirstToken && words.IsRelative(EventWords.Plain(report.Text, report.Tokens[i])) && EventWords.EndsClause(report.Text, report.Tokens[i - 1]))
            {
                i--;
                continue;
            }
            if (Ends(report, i, words))
                break;
            Add(report, i, near, recurring, ref read, names, words);
        }
        if (read >= EnoughBefore)
            return (near, recurring);
        int from = end, limit = Math.Min(sentence.FirstToken + sentence.TokenCount, end + NearReach);
        // "Last month, X released": the clause goes on behind the comma.
        if (read == 0 && from < limit && EventWords.EndsClause(report.Text, report.Tokens[from]))
            from++;
        read = 0;
        for (int i = from; i < limit && read < NearAfter; i++)
        {
            if (Ends(report, i, words))
                break;
            Add(report, i, near, recurring, ref read, names, words);
        }
        return (near, recurring);
    }

    private static void Add(AnnotatedReport report, int i, List<string> near, List<string> recurring, ref int read, HashSet<string> names, EventWords words)
    {
        if (words.Content(report.Text, report.Tokens[i]) is not { } word)
            return;
        read++;
        string plain = EventWords.Plain(report.Text, report.Tokens[i]);
        bool isName = names.Contains(word) && char.IsUpper(report.Text[report.Tokens[i].Span.Start]);
        if (words.Recurs(plain))
            recurring.Add(word);
        else if (!isName && !words.IsCommon(plain) && !words.IsModal(plain) && !near.Contains(word, StringComparer.Ordinal))
            near.Add(word);
    }

    private static bool Ends(AnnotatedReport report, int i, EventWords words) =>
        EventWords.EndsClause(report.Text, report.Tokens[i]) || words.StartsClause(EventWords.Plain(report.Text, report.Tokens[i]));

    // True where the word that tells the tense stands before the time, near, with nothing between that opens the date again
    // ("agreed to meet in 2024", "signed a deal until 2030").
    private static bool OwnVerb(AnnotatedReport report, Sentence sentence, int first, TimeExpression time, EventWords words)
    {
        if (time.TenseCue is not { } cue || cue.Start > time.Span.Start)
            return false;
        bool past = time.Tense == TimeTense.Past;
        for (int i = first - 1; i >= Math.Max(sentence.FirstToken, first - VerbReach); i--)
        {
            string word = EventWords.Plain(report.Text, report.Tokens[i]);
            if (past && words.IsSurelyPast(word))
                return true;
            if (EventWords.EndsClause(report.Text, report.Tokens[i]) || (past && (words.IsOpen(word) || words.ReachesOut(word))))
                return false;
            if (report.Tokens[i].Span.Start <= cue.Start)
                return past ? !HasModal(report, sentence, words) : words.LooksAhead(word);
        }
        return false;
    }

    private static bool HasModal(AnnotatedReport report, Sentence sentence, EventWords words)
    {
        for (int i = sentence.FirstToken; i < sentence.FirstToken + Math.Min(sentence.TokenCount, LongestSentence); i++)
        {
            // "May" and "Will" inside a sentence are names.
            bool isName = i > sentence.FirstToken && char.IsUpper(report.Text[report.Tokens[i].Span.Start]);
            if (!isName && words.IsModal(EventWords.Plain(report.Text, report.Tokens[i])))
                return true;
        }
        return sentence.TokenCount > LongestSentence;
    }

    // In content words to each side; wide enough for "invasion of Ukraine last year", too narrow for a second event.
    // Set on invented cases; re-run the tests of DateNarrower when changed.
    private const int NearBefore = 4, NearAfter = 6, EnoughBefore = 2;

    /// <summary>In tokens to each side that are looked at for near words.</summary>
    private const int NearReach = 20;

    /// <summary>In tokens between a verb and its time.</summary>
    private const int VerbReach = 12;

    /// <summary>In tokens: headings and other short lines do not count as sentences.</summary>
    internal const int ShortSentence = 8;

    /// <summary>In tokens of a sentence that are looked at.</summary>
    private const int LongestSentence = 120;

    /// <summary>Of one report; keeps a hostile text from costing more than a long one.</summary>
    private const int MostMentions = 400;

    /// <summary>Of one report.</summary>
    private const int MostNames = 5000;

    /// <summary>In UTF-16 code units of words shown in a reason.</summary>
    private const int LongestShown = 60;
}

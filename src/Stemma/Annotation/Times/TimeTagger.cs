using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>Finds the words that tell a time: dates, times of day, lengths, recurring times (TIMEX3 of TimeML 1.2.1).</summary>
public static class TimeTagger
{
    /// <summary>The time expressions, in text order, disjoint. Linear in the length of the text; finds none in a language without tables.</summary>
    /// <param name="text">The text of the report.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="language">The BCP 47 primary tag; "und" is read as English.</param>
    public static IReadOnlyList<TimeExpression> Tag(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, string language = "en") =>
        Tag(text, tokens, sentences, [], language);

    /// <summary>The same, with the words between quotation marks: their tense is their own.</summary>
    internal static IReadOnlyList<TimeExpression> Tag(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<MarkedStretch> stretches, string language)
    {
        if (LanguageData.For(language) is not { } known)
            return [];
        TimeGrammar grammar = TimeGrammar.Of(known);
        using TimeAtomList atoms = grammar.Atoms.Of(text, tokens, sentences);
        using var matcher = new TimeMatcher(grammar, atoms);
        var found = new List<TimeExpression>();
        using var tenses = new TenseReader(text, tokens, stretches, TenseWords.Of(known));
        int sentence = 0, token = 0, at = 0, dayOf = -1;
        TimeMeaning? day = null;
        while (at < atoms.Count)
        {
            (int end, TimeCapture? capture) = atoms[at].MayStart ? matcher.Match(at) : (at, null);
            if (capture?.Meaning is not { } meaning || PiecesOfCode.Holds(text, atoms, at, end, meaning))
            {
                at++;
                continue;
            }
            var span = new TextSpan(atoms[at].Start, atoms[end - 1].End);
            while (sentence + 1 < sentences.Count && sentences[sentence + 1].Span.Start <= span.Start)
                sentence++;
            token = Math.Max(token, sentences[sentence].FirstToken);
            while (token + 1 < tokens.Count && tokens[token].Span.End <= span.Start)
                token++;
            int last = token;
            while (last + 1 < tokens.Count && tokens[last + 1].Span.Start < span.End)
                last++;
            (TimeTense tense, TextSpan? cue) = tenses.Read(sentences[sentence], token, last + 1);
            if (IsBareWeekday(meaning) && tenses.Ahead(sentences[sentence], token) is { } ahead)
                (tense, cue) = (TimeTense.Future, ahead);
            // "on Tuesday, 12 March, and by noon": a time of day is of the day that its sentence named last.
            if (meaning is ClockTime { On: null } clock && dayOf == sentence)
                meaning = clock with { On = day };
            else if (IsDay(meaning))
                (day, dayOf) = (meaning, sentence);
            found.Add(new TimeExpression(span, meaning.Type) { Meaning = meaning, Tense = tense, TenseCue = cue });
            at = end;
        }
        return found;
    }

    private static bool IsBareWeekday(TimeMeaning meaning) => meaning switch
    {
        CalendarTime { Weekday: not null, Month: null, Selector: null } => true,
        ClockTime { On: { } day } => IsBareWeekday(day),
        _ => false,
    };

    private static bool IsDay(TimeMeaning meaning) => meaning switch
    {
        CalendarTime date => date.Day is not null || date.Weekday is not null,
        RelativeTime { Unit: TimeUnit.Day, FromContext: false } => true,
        _ => false,
    };
}

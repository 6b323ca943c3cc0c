using Stemma.Annotation.Marks;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Attributions;

/// <summary>Finds the attributions of a report: whose words, thoughts and wishes it gives, by which cue, and how far they go.</summary>
internal static class AttributionReader
{
    /// <summary>An attribution with the word that its source hangs on, as a token; -1 without a source.</summary>
    /// <param name="Attribution">The attribution.</param>
    /// <param name="Sentence">Its sentence.</param>
    /// <param name="SourceHead">The token.</param>
    /// <param name="Beside">True where the cue stands right beside words in marks that are a clause of their own.</param>
    /// <param name="IsClause">True where what is said is a clause or stands in marks, not the thing alone that it is about.</param>
    /// <param name="Denied">True where nobody is said to have said it: "did not say", "would back".</param>
    public readonly record struct Found(Attribution Attribution, int Sentence, int SourceHead, bool IsClause, bool Beside, bool Denied);

    /// <summary>In words: between a cue behind what it gives and the comma before a participle no more stand: a hearer, a day.</summary>
    private const int GoesOnWithin = 7;

    /// <summary>The attributions in text order. Linear in the number of words.</summary>
    public static List<Found> Find(TokenView view)
    {
        ReportSyntax syntax = view.Syntax;
        var found = new List<Found>();
        for (int s = 0; s < view.Sentences.Count; s++)
        {
            if (Frames(view, syntax, s) is not { } frames)
                continue;
            foreach (SentenceTree tree in syntax.Trees(s))
                Read(new SentenceWords(view, syntax, tree, frames, tree.FirstWord - syntax.FirstWord(s)), s, found);
        }
        return FollowingSpeech.Joined(view, found);
    }

    /// <summary>The words of a sentence with what the tables know of them.</summary>
    public static SentenceWords WordsOf(TokenView view, SentenceTree tree, int sentence)
    {
        int first = view.Syntax.FirstWord(sentence), end = view.Syntax.FirstWord(sentence + 1);
        var frames = new VerbFrame?[end - first];
        for (int i = first; i < end; i++)
        {
            if (view.Syntax.Words[i].Tag == UniversalTag.Verb)
                frames[i - first] = FrameOf(view, view.Syntax, i, end);
        }
        return new SentenceWords(view, view.Syntax, tree, frames, tree.FirstWord - first);
    }

    // What the tables know of each word of the sentence; null where nothing in it can be a cue.
    private static VerbFrame?[]? Frames(TokenView view, ReportSyntax syntax, int sentence)
    {
        int first = syntax.FirstWord(sentence), end = syntax.FirstWord(sentence + 1);
        VerbFrame?[]? frames = null;
        bool cue = false;
        for (int i = first; i < end; i++)
        {
            TaggedWord word = syntax.Words[i];
            if (word.Tag == UniversalTag.Verb && FrameOf(view, syntax, i, end) is { } frame)
            {
                (frames ??= new VerbFrame?[end - first])[i - first] = frame;
                cue |= frame.BringsIn;
            }
            else if (word.Tag == UniversalTag.Adj && CueWordLists.English.IsAdjective(view.Folded(word.Token)) || word.Tag == UniversalTag.Noun && CueWordLists.English.IsNoun(WordTagger.BaseForm(word.Span.Over(view.Text), word.Tag))
                || Vocabulary.English.OpensSourcePhrase(view.Folded(word.Token)))
            {
                cue = true;
            }
            else if (word.Tag == UniversalTag.Punct && view.Text[word.Span.Start] == ':' && i - first is > 0 and < 10)
            {
                cue = true;
            }
        }
        return cue ? frames ?? new VerbFrame?[end - first] : null;
    }

    // "put it" and "shot back" before "put" and "shot".
    private static VerbFrame? FrameOf(TokenView view, ReportSyntax syntax, int word, int end)
    {
        string verb = WordTagger.BaseForm(syntax.Words[word].Span.Over(view.Text), UniversalTag.Verb);
        return word + 1 < end && VerbFrames.English.OpensPair(verb) && VerbFrames.English.Of(verb + " " + view.Folded(syntax.Words[word + 1].Token)) is { } pair ? pair : VerbFrames.English.Of(verb);
    }

    private static void Read(SentenceWords words, int sentence, List<Found> found)
    {
        var here = new List<SentenceAttribution>();
        for (int i = 0; i < words.Count; i++)
        {
            if (Phrase(words, i) is { } last && NamedSources.Of(words, i, last) is { } named)
                here.Add(named);
            else if (words.Frame(i) is not null && (ReportingAsides.Of(words, i) ?? BesideMarks.Of(words, i) ?? LightVerbs.Of(words, i) ?? ClauseContents.Of(words, i)) is { } attribution)
                here.Add(attribution);
            else if (words.Tag(i) == UniversalTag.Noun && NounContents.Of(words, i) is { } noun)
                here.Add(noun);
            else if (words.Tag(i) == UniversalTag.Adj && AdjectiveContents.Of(words, i) is { } adjective)
                here.Add(adjective);
        }
        here.RemoveAll(one => here.Exists(o => o != one && o.Cue.First <= one.Cue.First && one.Cue.Last <= o.Cue.Last && (o.Cue != one.Cue || here.IndexOf(o) < here.IndexOf(one))));
        if (here.Count == 0 && ColonLines.Of(words) is { } line)
            here.Add(line);
        here.AddRange(LeadingClauses.Of(words, here));
        GoOnFromCues(words, here);
        EndBeforeAsides(words, here);
        foreach (SentenceAttribution one in here)
        {
            bool inner = here.Exists(o => o != one && Gives(o, one) && !(Gives(one, o) && one.Cue.First < o.Cue.First));
            bool denied = IsDenied(words, one.Cue);
            var attribution = new Attribution
            {
                Source = one.Source is { } source ? words.Span(source) : null,
                Cue = words.Span(one.Cue),
                Content = Spans(words, one),
                Kind = one.Kind,
                Rule = one.Rule,
                Inner = inner,
            };
            found.Add(new Found(attribution, sentence, one.SourceHead < 0 ? -1 : words.Token(one.SourceHead), one.IsClause && !denied, one.Beside, denied));
        }
    }

    // "…, Smith told the paper, adding that …": the participle right behind a cue has its source.
    private static void GoOnFromCues(SentenceWords words, List<SentenceAttribution> here)
    {
        for (int i = 0; i < here.Count; i++)
        {
            SentenceAttribution one = here[i];
            int comma = one.Cue.First - 1;
            if (comma <= 0 || !words.IsMark(comma, ',') || !words.IsIng(one.Cue.Last))
                continue;
            SentenceAttribution? before = here.FindLast(o => o != one && o.Source is not null && (o.Aside >= 0 || o.Beside) && o.Content[0].Last < o.Cue.First && End(o) < comma && comma - End(o) <= GoesOnWithin && !words.HasVerb(End(o) + 1, comma));
            if (before is not null)
                here[i] = one with { Source = before.Source, SourceHead = before.SourceHead };
        }

        static int End(SentenceAttribution o) => Math.Max(o.Cue.Last, o.Source!.Value.Last);
    }

    // "Smith said the plan had failed, the Courier reported": what Smith said ends at the comma.
    private static void EndBeforeAsides(SentenceWords words, List<SentenceAttribution> here)
    {
        foreach (SentenceAttribution aside in here.FindAll(o => o.Aside > 0))
        {
            for (int i = 0; i < here.Count; i++)
            {
                SentenceAttribution one = here[i];
                if (one == aside || !one.Content.Any(c => c.First < aside.Aside && aside.Aside <= c.Last) || !aside.Content.Any(c => c.Holds(one.Cue.First)))
                    continue;
                here[i] = one with { Content = [.. one.Content.Where(c => c.First < aside.Aside).Select(c => words.Trimmed(c.First, Math.Min(c.Last, aside.Aside - 1)) ?? c)] };
            }
        }
    }

    // "did not say", "would say", "to say": nobody said it.
    private static bool IsDenied(SentenceWords words, WordRun cue)
    {
        for (int i = cue.First; i <= cue.Last; i++)
        {
            if (words.Is(i, WordClass.Negation | WordClass.Modal) || (words.Tag(i) == UniversalTag.Part && words.Is(i, WordClass.Infinitive)))
                return true;
        }
        return false;
    }

    private static bool Gives(SentenceAttribution one, SentenceAttribution other) => one.Content.Any(c => c.Holds(other.Cue.First));

    // The last word of a phrase that names a source and starts here.
    private static int? Phrase(SentenceWords words, int first)
    {
        if (words.Tag(first) == UniversalTag.Punct || first + 1 >= words.Count)
            return null;
        string opener = words.Folded(first);
        return Vocabulary.English.OpensSourcePhrase(opener) && Vocabulary.English.PhraseUse(opener + " " + words.Folded(first + 1)) == "source" ? first + 1 : null;
    }

    // Words in marks are whole or not there: a part of them in the content takes all, marks included.
    private static List<TextSpan> Spans(SentenceWords words, SentenceAttribution attribution)
    {
        var spans = new List<TextSpan>();
        foreach (WordRun run in attribution.Content)
        {
            TextSpan span = words.Span(run);
            for (int i = run.First; i <= run.Last; i++)
            {
                if (!words.InMarks(i) || (i > run.First && words.Stretch(i) == words.Stretch(i - 1)))
                    continue;
                TextSpan marked = words.StretchAt(words.Stretch(i)).Marked;
                TextSpan cue = words.Span(attribution.Cue);
                if (!marked.Overlaps(cue) || words.Stretch(attribution.Cue.First) == words.Stretch(run.First))
                    span = new TextSpan(Math.Min(span.Start, marked.Start), Math.Max(span.End, marked.End));
            }
            if (spans.Count > 0 && spans[^1].End + 1 >= span.Start)
                spans[^1] = new TextSpan(spans[^1].Start, Math.Max(spans[^1].End, span.End));
            else
                spans.Add(span);
        }
        return spans;
    }
}

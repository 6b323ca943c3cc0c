using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>
/// Reads reporting clauses that are put between or behind the words they give: "The plan, Smith said, is dead", "The plan is dead, Smith said on Monday", "which Smith
/// said was dead". Told by commas and by what stands around them, since trees often make such a clause the main one or part of what is said.
/// </summary>
internal static class ReportingAsides
{
    /// <summary>In words: who tells stands in no more.</summary>
    private const int LongestSource = 24;

    /// <summary>In words: who tells, where the comma before it tells where it starts.</summary>
    private const int ShortSource = 8;

    /// <summary>In words: what follows the cue at the end of a sentence ("in an interview on Monday") is no longer.</summary>
    private const int LongestTail = 14;

    /// <summary>In words: what stands before a reporting clause at the end of a sentence is no shorter.</summary>
    private const int LeastContent = 3;

    /// <summary>The attribution by the verb, null where it stands in no such clause.</summary>
    public static SentenceAttribution? Of(SentenceWords words, int verb)
    {
        if (words.InMarks(verb) || words.IsIng(verb) || words.Frame(verb) is not { } frame || !(frame.Cue == CueClass.Say || (frame.Tells && frame.Has(VerbUses.Say))))
            return null;
        WordRun cue = CueGroups.Of(words, verb);
        if (cue.First == 0 || words.Tag(cue.First) == UniversalTag.Part)
            return null;
        // "…, said Smith, the mayor."
        if (words.IsMark(cue.First - 1, ',') && cue.First == verb && !frame.Has(VerbUses.Order) && DescribedNouns.Closed(words, verb - 1) < 0 && BesideMarks.Inverted(words, verb) is { } inverted && Given(words, Start(words), verb - 2) is { } whole && IsClause(words, whole) && IsTail(words, verb, inverted.Run.Last + 1, frame))
            return Made(cue, inverted, frame, [whole]);
        if ((Between(words, cue) ?? CueSources.Of(words, verb, cue)) is not { } source || source.Run.First == 0)
            return null;
        int first = Math.Min(source.Run.First, cue.First), last = Math.Max(source.Run.Last, cue.Last);
        bool together = source.Run.First < cue.First ? BetweenIsThin(words, source.Run.Last + 1, cue.First - 1) : source.Run.First <= cue.Last + 1;
        if (!together || source.Run.Last - source.Run.First >= LongestSource)
            return null;
        if (source.Run.First < cue.First && words.Is(first - 1, WordClass.Relative | WordClass.Opener) && words.Is(first - 1, UniversalTag.Pron, UniversalTag.Det) && last + 1 < words.Count && words.Is(last + 1, UniversalTag.Verb, UniversalTag.Aux))
            return Gap(words, cue, source, frame);
        if (!words.IsMark(first - 1, ',') && !words.IsMark(first - 1, '—') && !words.IsMark(first - 1, '–'))
            return null;
        int start = Start(words), comma = first - 1;
        if (Given(words, start, comma - 1) is not { } before)
            return null;
        if (last + 1 < words.Count && words.IsMark(last + 1, ',') && last + 2 < words.Count && !words.InMarks(last + 2) && !words.IsIng(last + 2) && Goes(words, last + 2))
            return words.Trimmed(last + 2, words.Count - 1) is { } after ? Made(cue, source, frame, [before, after]) : null;
        return before.Last - before.First + 1 >= LeastContent && IsClause(words, before) && IsTail(words, verb, last + 1, frame) ? Made(cue, source, frame, [before]) : null;
    }

    // ", Smith said" and "which Smith said": the few words between the comma and the verb, whatever the tree says of them.
    private static CueSources.Found? Between(SentenceWords words, WordRun cue)
    {
        int first = cue.First;
        while (first > 0 && cue.First - first <= ShortSource && !words.IsMark(first - 1) && !words.InMarks(first - 1) && !words.Is(first - 1, UniversalTag.Verb, UniversalTag.Aux)
            && !(words.Is(first - 1, WordClass.Relative | WordClass.Opener) && words.Is(first - 1, UniversalTag.Pron, UniversalTag.Det)))
            first--;
        if (first == 0 || first == cue.First || cue.First - first > ShortSource || (!words.IsMark(first - 1, ',') && !words.Is(first - 1, WordClass.Relative))
            || !words.StartsPhrase(first))
            return null;
        int head = cue.First - 1;
        while (head > first && words.Tree.Head(head) is var up && up != head && up >= first && up < head)
            head = up;
        return words.Is(head, UniversalTag.Noun, UniversalTag.Propn) || words.Tag(head) == UniversalTag.Pron ? new CueSources.Found(new WordRun(first, cue.First - 1), head) : null;
    }

    private static SentenceAttribution Made(WordRun cue, CueSources.Found source, VerbFrame frame, IReadOnlyList<WordRun> content) =>
        new(cue, source.Run, source.Head, content, frame.Tells ? AttributionKind.Speech : AttributionKind.Belief, "a clause that tells who says the words around it", Aside: content[0].Last < Math.Min(source.Run.First, cue.First) ? Math.Min(source.Run.First, cue.First) : -1);

    // "what Smith said was a mistake".
    private static SentenceAttribution? Gap(SentenceWords words, WordRun cue, CueSources.Found source, VerbFrame frame)
    {
        int relative = source.Run.First - 1;
        int end = words.Count - 1;
        for (int i = cue.Last + 1; i < words.Count; i++)
        {
            if (words.IsMark(i, ';') || (words.IsMark(i, ',') && i + 1 < words.Count && words.Is(i + 1, WordClass.Coordinator) && words.HasVerb(i + 2, words.Count - 1)))
            {
                end = i - 1;
                break;
            }
        }
        return words.Trimmed(cue.Last + 1, end) is { } rest ? Made(cue, source, frame, [new WordRun(relative, relative), rest]) with { Aside = -1 } : null;
    }

    // Adverbs and what two commas part off alone.
    private static bool BetweenIsThin(SentenceWords words, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (words.Tag(i) == UniversalTag.Verb || words.InMarks(i))
                return false;
        }
        return true;
    }

    // Without "but" and "still," before the first clause.
    private static int Start(SentenceWords words)
    {
        int start = 0;
        while (start < words.Count && (words.IsMark(start) && !words.InMarks(start) || words.Tag(start) == UniversalTag.Cconj))
            start++;
        return start + 1 < words.Count && words.Tag(start) == UniversalTag.Adv && words.IsMark(start + 1, ',') ? start + 2 : start;
    }

    // What stands before the comma: not words in marks alone, and no clause that only says when.
    private static WordRun? Given(SentenceWords words, int first, int last)
    {
        if (words.Trimmed(first, last) is not { } run || words.Tag(run.First) == UniversalTag.Sconj)
            return null;
        int marked = 0;
        for (int i = run.First; i <= run.Last; i++)
            marked += words.InMarks(i) ? 1 : 0;
        if (marked > 0 && (words.InMarks(run.First) || (words.InMarks(run.Last) && words.StretchFirst(run.Last) is > 0 and var open && (words.IsMark(open - 1, ',') || words.IsMark(open - 1, ':')))))
            return null;
        return run;
    }

    // A subject and its verb.
    private static bool IsClause(SentenceWords words, WordRun run)
    {
        for (int i = run.First; i <= run.Last; i++)
        {
            if (words.Is(i, UniversalTag.Verb, UniversalTag.Aux) && !words.IsIng(i) && i > run.First && words.Tag(i - 1) != UniversalTag.Part)
                return true;
        }
        return false;
    }

    // "The bigger risk, he said, is …": what follows goes on with the sentence.
    private static bool Goes(SentenceWords words, int first) => words.HasVerb(first, words.Count - 1) || words.Is(first, WordClass.Preposition | WordClass.Coordinator | WordClass.Conjunction);

    // "… on Monday in an interview": no verb of its own, and nothing that the verb is about.
    private static bool IsTail(SentenceWords words, int verb, int first, VerbFrame frame)
    {
        int next = first;
        while (next < words.Count && words.IsMark(next) && !words.InMarks(next))
            next++;
        if (next >= words.Count)
            return true;
        bool comma = next > first && words.IsMark(first, ',');
        if (!comma && !(words.Is(next, UniversalTag.Adp, UniversalTag.Adv) || words.Is(next, WordClass.Time) || words.Is(next, UniversalTag.Propn, UniversalTag.Pron) || frame.Has(VerbUses.Order) || IsTime(words, next)))
            return false;
        if (words.Frame(verb) is { } own && words.Is(next, UniversalTag.Adp, UniversalTag.Part) && own.Prepositions.Contains(words.Folded(next), StringComparer.Ordinal))
            return false;
        int end = first;
        while (end < words.Count && !(end > first && words.IsMark(end, ',')) && !words.IsMark(end, ';'))
        {
            if (words.InMarks(end) || (words.Is(end, UniversalTag.Verb, UniversalTag.Aux) && words.Tree.Relation(end) is not (Relation.RelativeClause or Relation.NounClause or Relation.Adjective)) || end - first > LongestTail)
                return comma && words.IsIng(next);
            end++;
        }
        return true;
    }

    private static bool IsTime(SentenceWords words, int word)
    {
        for (int i = word; i < Math.Min(words.Count, word + 3); i++)
        {
            if (words.Is(i, WordClass.Time))
                return true;
        }
        return false;
    }
}

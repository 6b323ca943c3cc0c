using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads a cue that stands right beside words in marks that are a clause of their own: “…,” X said, “…”.</summary>
internal static class BesideMarks
{
    /// <summary>In words: between the marks and the cue a source, or a hearer and a time, may stand.</summary>
    private const int Reach = 25;

    /// <summary>In words: a title is no longer.</summary>
    private const int LongestTitle = 7;

    /// <summary>In UTF-16 code units: words in marks without a comma or colon before them are a clause from this length on.</summary>
    private const int LeastClause = 25;

    /// <summary>The attribution by the verb, null where no such marks stand beside it.</summary>
    public static SentenceAttribution? Of(SentenceWords words, int verb)
    {
        if (words.InMarks(verb) || words.Frame(verb) is not { } frame || !(frame.Tells || frame.Cue == CueClass.Think))
            return null;
        WordRun cue = CueGroups.Of(words, verb);
        var content = new List<WordRun>();
        CueSources.Found? source = null;
        int last = LastMarkedBefore(words, verb);
        if (last >= 0 && EndsClause(words, last) && !Title(words, words.StretchFirst(last), last) && IsSourceGap(words, last + 1, cue.First - 1))
        {
            content.Add(new WordRun(Opening(words, words.StretchFirst(last)), last));
            source = frame.Cue == CueClass.Relay ? null : words.Trimmed(last + 1, cue.First - 1) is { } between ? words.Is(between.First, UniversalTag.Adp, UniversalTag.Sconj) ? null : Named(words, between) : frame.Cue == CueClass.Think ? null : Inverted(words, verb);
            int next = FirstMarkedAfter(words, verb);
            if (next >= 0 && GoesOn(words, cue.Last + 1, next))
                content.Add(new WordRun(next, words.StretchLast(next)));
        }
        else if (FirstMarkedAfter(words, verb) is >= 0 and var first && Leads(words, cue.Last + 1, first) && !Title(words, first, words.StretchLast(first)))
        {
            content.Add(new WordRun(first, words.StretchLast(first)));
        }
        if (content.Count == 0)
            return null;
        source ??= CueSources.Of(words, verb, cue);
        if (source is null && frame.Cue != CueClass.Say)
            return null;
        return new SentenceAttribution(cue, source?.Run, source?.Head ?? -1, content, frame.Tells ? AttributionKind.Speech : AttributionKind.Belief, $"“{words.Span(cue).In(words.Text)}” beside the words in marks", Beside: true);
    }

    // 'The plan would “end the ferry,” Smith said': the reporter’s words before the marks belong to them, unless a comma or a colon leads to the marks.
    private static int Opening(SentenceWords words, int marks)
    {
        if (marks == 0 || words.IsMark(marks - 1))
            return marks;
        for (int i = marks - 1; i >= 0; i--)
        {
            if (words.InMarks(i) || words.IsMark(i, ';') || words.IsMark(i, ':'))
                return marks;
        }
        return words.Tag(0) == UniversalTag.Cconj && marks > 1 ? 1 : 0;
    }

    private static int LastMarkedBefore(SentenceWords words, int verb)
    {
        int i = verb - 1;
        while (i >= 0 && verb - i <= Reach && !words.InMarks(i))
            i--;
        return i >= 0 && words.InMarks(i) ? i : -1;
    }

    private static int FirstMarkedAfter(SentenceWords words, int verb)
    {
        int i = verb + 1;
        while (i < words.Count && i - verb <= Reach && !words.InMarks(i))
            i++;
        return i < words.Count && words.InMarks(i) ? i : -1;
    }

    // A comma, a stop or a dash at the end of what stands in marks, or right after it.
    private static bool EndsClause(SentenceWords words, int last)
    {
        int inside = words.StretchAt(words.Stretch(last)).Inside.End - 1;
        while (inside >= 0 && char.IsWhiteSpace(words.Text[inside]))
            inside--;
        if (inside >= 0 && words.Text[inside] is ',' or '?' or '!' or '—' or '–' or '-' or '…')
            return true;
        // A comma behind the marks may as well end the reporter's clause: 'called it “weak”, Smith said'.
        return last + 1 < words.Count && words.IsMark(last + 1, ',') && !words.HasVerb(0, words.StretchFirst(last) - 1);
    }

    // "Smith, who resigned," but no other clause.
    private static bool IsSourceGap(SentenceWords words, int first, int last)
    {
        // '“…,” while Jones said'
        int start = first;
        while (start < last && words.IsMark(start))
            start++;
        if (start < last && words.Is(start, WordClass.Conjunction) && !words.Is(start, WordClass.Opener))
            return false;
        for (int i = first; i <= last; i++)
        {
            if (words.Tag(i) == UniversalTag.Verb && words.Tree.Relation(i) is not (Relation.RelativeClause or Relation.NounClause or Relation.Adjective))
                return false;
            if (words.IsMark(i, ';') || (words.Is(i, WordClass.Coordinator) && i <= first + 1))
                return false;
        }
        return true;
    }

    // “…,” said Smith, the minister.
    internal static CueSources.Found? Inverted(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        int first = verb + 1;
        while (first < words.Count && words.Tag(first) == UniversalTag.Adv)
            first++;
        if (first >= words.Count || words.InMarks(first) || !words.StartsPhrase(first))
            return null;
        int head = first;
        while (tree.Head(head) != head && tree.Head(head) > verb && words.Is(tree.Head(head), UniversalTag.Noun, UniversalTag.Propn) && tree.First(tree.Head(head)) >= first)
            head = tree.Head(head);
        if (words.Is(head, WordClass.Time))
            return null;
        int last = head;
        while (last < tree.Last(head) && !words.InMarks(last + 1))
            last++;
        // "said Smith, who resigned.", where the tree hangs the clause elsewhere.
        if (last + 2 < words.Count && words.IsMark(last + 1, ',') && words.Is(last + 2, WordClass.Relative))
        {
            last += 2;
            while (last + 1 < words.Count && !words.InMarks(last + 1) && !words.IsMark(last + 1))
                last++;
        }
        return SourceRuns.Core(words, head, first, last) is { } run ? new CueSources.Found(run, head) : null;
    }

    private static CueSources.Found? Named(SentenceWords words, WordRun between)
    {
        int head = HeadIn(words, between);
        return SourceRuns.Core(words, head, between.First, between.Last) is { } run ? new CueSources.Found(run, head) : null;
    }

    private static int HeadIn(SentenceWords words, WordRun run)
    {
        for (int i = run.First; i <= run.Last; i++)
        {
            if (!words.IsMark(i) && !run.Holds(words.Tree.Head(i)) || words.Tree.Head(i) == i)
                return i;
        }
        return run.Last;
    }

    private static bool Leads(SentenceWords words, int first, int marks)
    {
        int word = words.FirstInMarks(marks);
        bool led = marks > 0 && (words.IsMark(marks - 1, ',') || words.IsMark(marks - 1, ':'));
        if (word >= words.Count || !char.IsUpper(words.Text[words.Span(word).Start]) || !(led || words.StretchAt(words.Stretch(marks)).Marked.Length > LeastClause))
            return false;
        for (int i = first; i < marks; i++)
        {
            if (words.Is(i, UniversalTag.Verb, UniversalTag.Sconj) && words.Tree.Relation(i) != Relation.RelativeClause)
                return false;
        }
        return true;
    }

    private static bool GoesOn(SentenceWords words, int first, int marks)
    {
        if (words.Text.AsSpan(0, words.Span(marks).Start).TrimEnd() is not [.., ',' or ':' or ';' or '.'])
            return false;
        for (int i = first; i < marks; i++)
        {
            if (words.Is(i, WordClass.Coordinator) && marks - i > 2)
                return false;
            if (words.Tag(i) == UniversalTag.Verb && !words.IsIng(i) && words.Tree.Relation(i) != Relation.RelativeClause)
                return false;
        }
        return true;
    }

    // “The Long Way”: every word of weight has a capital, and a noun or a preposition leads to it.
    private static bool Title(SentenceWords words, int first, int last)
    {
        if (first == 0 || words.Tag(first - 1) is not (UniversalTag.Adp or UniversalTag.Part or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Det))
            return false;
        int count = 0;
        for (int i = first; i <= last; i++)
        {
            if (words.IsMark(i))
                continue;
            count++;
            TextSpan span = words.Span(i);
            if (span.Length > 3 && !char.IsUpper(words.Text[span.Start]))
                return false;
        }
        return count <= LongestTitle;
    }
}

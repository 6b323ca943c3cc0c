using Stemma.Reports;

namespace Stemma.Annotation.Marks;

/// <summary>Pairs quotation marks to marked stretches.</summary>
internal static class MarkedStretches
{
    /// <summary>Deeper marks than this are not paired, so that a thousand open marks cost nothing.</summary>
    private const int DeepestNesting = 8;

    /// <summary>The stretches of all paragraphs in text order, an outer one before those in it. Linear in the text's length.</summary>
    public static IReadOnlyList<MarkedStretch> Find(string text, IReadOnlyList<Paragraph> paragraphs)
    {
        var found = new List<MarkedStretch>();
        List<QuoteMark> marks = paragraphs.Count > 0 ? QuoteMarks.Of(text, paragraphs[0].Span) : [];
        for (int p = 0; p < paragraphs.Count; p++)
        {
            List<QuoteMark> next = p + 1 < paragraphs.Count ? QuoteMarks.Of(text, paragraphs[p + 1].Span) : [];
            MarkFamily? opensNext = next.Count > 0 && next[0].CanOpen && next[0].At == paragraphs[p + 1].Span.Start ? next[0].Family : null;
            var here = new List<(TextSpan Inside, TextSpan Marked, bool Closed, bool GoesOn)>();
            Pair(text, paragraphs[p].Span, marks, opensNext, here);
            AddWithDepth(here, p, found);
            marks = next;
        }
        return found;
    }

    private static void Pair(string text, TextSpan span, List<QuoteMark> marks, MarkFamily? opensNext, List<(TextSpan, TextSpan, bool, bool)> found)
    {
        bool[] betterFollows = WhereABetterCloserFollows(marks);
        var open = new List<int>();
        for (int i = 0; i < marks.Count; i++)
        {
            QuoteMark mark = marks[i];
            int partner = mark.CanClose ? open.FindLastIndex(o => marks[o].Family == mark.Family) : -1;
            // Where the next paragraph goes on with a speech that opens its sentence, "the workers’" is a possessive.
            bool apostrophe = mark.Weak && (betterFollows[i] || (opensNext == mark.Family && partner >= 0 && OpensSpeech(text, span, marks[open[partner]])));
            bool close = partner >= 0 && !apostrophe && marks[open[partner]].End < mark.At;
            if (close)
            {
                QuoteMark opener = marks[open[partner]];
                found.Add((new TextSpan(opener.End, mark.At), new TextSpan(opener.At, mark.End), true, false));
                open.RemoveRange(partner, open.Count - partner);
            }
            else if (mark.CanOpen && open.Count < DeepestNesting)
            {
                open.Add(i);
            }
        }
        AddUnclosed(span, marks, open, opensNext, found);
    }

    private static bool OpensSpeech(string text, TextSpan span, QuoteMark opener)
    {
        int before = opener.At - 1;
        while (before >= span.Start && char.IsWhiteSpace(text[before]))
            before--;
        return opener.End < span.End && char.IsUpper(text[opener.End]) && (before < span.Start || text[before] is '.' or '!' or '?' or '…' or ':');
    }

    // A mark that nothing closes counts only where the speech goes on in the next paragraph, or where the closing mark was
    // clearly forgotten: a double mark with no other mark after it. Otherwise it is a stray.
    private static void AddUnclosed(TextSpan span, List<QuoteMark> marks, List<int> open, MarkFamily? opensNext, List<(TextSpan, TextSpan, bool, bool)> found)
    {
        if (open.Count == 0)
            return;
        int first = open[0];
        QuoteMark opener = marks[first];
        bool goesOn = opensNext == opener.Family;
        bool last = opener.Family is MarkFamily.Double or MarkFamily.Guillemet && !marks.Exists(m => m.At > opener.At && m.Family == opener.Family);
        if ((goesOn || last) && opener.End < span.End)
            found.Add((new TextSpan(opener.End, span.End), new TextSpan(opener.At, span.End), false, goesOn));
    }

    // For a weak closer: true where a strong one of its family stands before the next mark that can open.
    private static bool[] WhereABetterCloserFollows(List<QuoteMark> marks)
    {
        var follows = new bool[marks.Count];
        bool strong = false;
        for (int i = marks.Count - 1; i >= 0; i--)
        {
            follows[i] = strong;
            if (marks[i].Family != MarkFamily.Single)
                continue;
            if (marks[i].CanOpen)
                strong = false;
            else if (!marks[i].Weak)
                strong = true;
        }
        return follows;
    }

    private static void AddWithDepth(List<(TextSpan Inside, TextSpan Marked, bool Closed, bool GoesOn)> here, int paragraph, List<MarkedStretch> found)
    {
        here.Sort((a, b) => a.Marked.Start != b.Marked.Start ? a.Marked.Start.CompareTo(b.Marked.Start) : b.Marked.End.CompareTo(a.Marked.End));
        var ends = new Stack<int>();
        foreach ((TextSpan inside, TextSpan marked, bool closed, bool goesOn) in here)
        {
            while (ends.Count > 0 && ends.Peek() <= marked.Start)
                ends.Pop();
            found.Add(new MarkedStretch(inside, marked, paragraph, ends.Count, closed, goesOn));
            ends.Push(marked.End);
        }
    }
}

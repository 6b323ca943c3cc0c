using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>The edits between two wordings and what they amount to.</summary>
internal static class WordEdits
{
    /// <summary>In places: of a text that is punctuated otherwise throughout the first ones are told.</summary>
    private const int MostStyleEdits = 60;

    /// <summary>The edits that make the second wording of the first, in text order, each with what it is a change of.</summary>
    /// <param name="a">The earlier wording.</param>
    /// <param name="b">The later one.</param>
    /// <param name="alignment">The alignment of their words.</param>
    /// <param name="lexicon">The words of the language.</param>
    /// <param name="meanings">Those that bear on the meaning.</param>
    public static IReadOnlyList<WordEdit> Between(WordingSide a, WordingSide b, WordAlignment alignment, Lexicon lexicon, MeaningWords meanings)
    {
        var edits = new List<WordEdit>();
        var judge = new EditJudge(a, b, lexicon, meanings);
        int i = 0, j = 0, style = 0;
        int pair = 0;
        while (i < a.Words.Length || j < b.Words.Length)
        {
            int from = pair;
            while (pair < alignment.Pairs.Count && !alignment.Pairs[pair].Same)
                pair++;
            (int endA, int endB) = pair < alignment.Pairs.Count ? (alignment.Pairs[pair].A, alignment.Pairs[pair].B) : (a.Words.Length, b.Words.Length);
            if (endA > i || endB > j)
                AddRun(i..endA, j..endB, alignment, from..pair);
            else if (i > 0 && j > 0 && i < a.Words.Length && j < b.Words.Length)
                AddMarks(i, j);
            if (pair < alignment.Pairs.Count)
                AddSpelling(endA, endB);
            (i, j) = (endA + 1, endB + 1);
            pair++;
        }
        return edits;

        // Words that differ between two that are the same: all at once where only the spelling does, else word by word where words stand for each other.
        void AddRun(Range runA, Range runB, WordAlignment alignment, Range soft)
        {
            if (Spelling.IsOne(a.Words.AsSpan(runA), b.Words.AsSpan(runB), meanings))
            {
                Add(runA, runB, EditNature.Spelling, "another way to write it");
                return;
            }
            int x = runA.Start.Value, y = runB.Start.Value;
            for (int p = soft.Start.Value; p < soft.End.Value; p++)
            {
                AlignedWords words = alignment.Pairs[p];
                AddGap(x..words.A, y..words.B);
                (EditNature nature, string note) = Spelling.IsOne(a.Words.AsSpan(words.A, 1), b.Words.AsSpan(words.B, 1), meanings)
                    ? (EditNature.Spelling, "another way to write it") : judge.JudgePair(words.A, words.B);
                Add(words.A..(words.A + 1), words.B..(words.B + 1), nature, note);
                (x, y) = (words.A + 1, words.B + 1);
            }
            AddGap(x..runA.End.Value, y..runB.End.Value);
        }

        void AddGap(Range runA, Range runB)
        {
            if (runA.Start.Value >= runA.End.Value && runB.Start.Value >= runB.End.Value)
                return;
            (EditNature nature, string note) = judge.Judge(runA, runB);
            Add(runA, runB, nature, note);
        }

        void Add(Range runA, Range runB, EditNature nature, string note)
        {
            TextSpan left = Place(a, runA), right = Place(b, runB);
            edits.Add(new WordEdit(left.IsEmpty ? EditKind.Insert : right.IsEmpty ? EditKind.Delete : EditKind.Replace, left, right) { Nature = nature, Note = note });
        }

        // One word in two spellings, a numeral for a word.
        void AddSpelling(int x, int y)
        {
            if (style >= MostStyleEdits || IsSameSpelling(a.Words[x].Span.Over(a.Report.Text), b.Words[y].Span.Over(b.Report.Text)))
                return;
            style++;
            bool number = char.IsAsciiDigit(a.Words[x].Form[0]);
            Add(x..(x + 1), y..(y + 1), EditNature.Spelling, number ? "the same number" : "another spelling");
        }

        // What stands between two words that both wordings have next to each other.
        void AddMarks(int x, int y)
        {
            if (style >= MostStyleEdits)
                return;
            ReadOnlySpan<char> inA = a.Before(x), inB = b.Before(y);
            if (!Punctuation.Differs(inA, inB))
                return;
            style++;
            TextSpan left = Punctuation.Marks(inA, a.Words[x - 1].Span.End), right = Punctuation.Marks(inB, b.Words[y - 1].Span.End);
            if (!left.IsEmpty || !right.IsEmpty)
                edits.Add(new WordEdit(left.IsEmpty ? EditKind.Insert : right.IsEmpty ? EditKind.Delete : EditKind.Replace, left, right) { Nature = EditNature.Punctuation, Note = "other marks" });
        }
    }

    // An empty run stands at the end of the word before it.
    private static TextSpan Place(WordingSide side, Range run)
    {
        int start = run.Start.Value, end = run.End.Value;
        if (start < end)
            return new TextSpan(side.Words[start].Span.Start, side.Words[end - 1].Span.End);
        int at = start == 0 ? side.Span.Start : side.Words[start - 1].Span.End;
        return new TextSpan(at, at);
    }

    private static bool IsSameSpelling(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length != b.Length)
            return false;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && char.ToLowerInvariant(a[i]) != char.ToLowerInvariant(b[i]) && !(a[i] is '\'' or '’' or '‘' or 'ʼ' && b[i] is '\'' or '’' or '‘' or 'ʼ'))
                return false;
        }
        return true;
    }

    /// <summary>What the edits amount to; those of spelling and punctuation count for nothing.</summary>
    /// <remarks>
    /// Words left out or added inside that are all of the closed classes ("the", "of") are a change of grammar: reworded.
    /// Where one end is cut and the other extended, the larger of the two decides.
    /// </remarks>
    public static WordingChange Classify(IReadOnlyList<WordEdit> edits, ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b)
    {
        int cut = 0, added = 0, words = 0;
        foreach (WordEdit edit in edits)
        {
            if (edit.Nature.IsHouseStyle())
                continue;
            words++;
            bool first = (a.IsEmpty || edit.A.Start <= a[0].Span.Start) && (b.IsEmpty || edit.B.Start <= b[0].Span.Start);
            bool last = (a.IsEmpty || edit.A.End >= a[^1].Span.End) && (b.IsEmpty || edit.B.End >= b[^1].Span.End);
            if (edit.Kind == EditKind.Replace || (!first && !last && !HasContent(edit, a, b)))
                return WordingChange.Reworded;
            if (edit.Kind == EditKind.Delete)
                cut += edit.A.Length;
            else
                added += edit.B.Length;
        }
        return words == 0 ? WordingChange.Same : cut >= added ? WordingChange.Cut : WordingChange.Extended;
    }

    private static bool HasContent(WordEdit edit, ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b)
    {
        TextSpan span = edit.Kind == EditKind.Delete ? edit.A : edit.B;
        ReadOnlySpan<ComparableWord> words = edit.Kind == EditKind.Delete ? a : b;
        foreach (ref readonly ComparableWord word in words)
        {
            if (word.IsContent && span.Contains(word.Span))
                return true;
        }
        return false;
    }
}

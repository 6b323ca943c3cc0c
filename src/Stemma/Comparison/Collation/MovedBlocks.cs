using System.Text;
using Stemma.Reports;

namespace Stemma.Comparison.Collation;

/// <summary>
/// Finds blocks of words that stand at one place in some texts and at another in others. No text may have a block at both
/// places: what is said twice has not moved.
/// </summary>
internal sealed class MovedBlocks
{
    /// <summary>Columns of one form among which a move may begin; the words of commoner forms only go with others.</summary>
    private const int MostColumns = 8;

    /// <summary>In thousandths of a word that stands once a text: what a block must weigh. Set by hand: two such words.</summary>
    private const int LeastWeight = 2 * WordForms.Full;

    /// <summary>In columns: a single word counts as moved no farther than this; beyond, it may as well be another one.</summary>
    private const int NearColumns = 12;

    /// <summary>In letters: shorter words do not count as moved when alone.</summary>
    private const int ShortestAlone = 4;

    /// <summary>In words, on either side: a block goes on after so many words that differ, if two follow that do not.</summary>
    private const int LongestBreak = 3;

    /// <summary>In words; a longer block is told in pieces.</summary>
    private const int LongestBlock = 2000;

    private readonly WitnessWords[] _witnesses;
    private readonly WordForms _forms;
    private readonly DistinctTexts _texts;
    private readonly int[][] _columnOf;
    private readonly VariantWords _words;
    private readonly HashSet<(int, int)> _seen = [];

    private MovedBlocks(WitnessWords[] witnesses, WordForms forms, DistinctTexts texts, MultipleAlignment alignment)
    {
        (_witnesses, _forms, _texts, _columnOf) = (witnesses, forms, texts, alignment.ColumnOf);
        _words = VariantWords.Of(texts.Forms, alignment);
    }

    /// <summary>A block as one text (A) has it first and another (B) has it second.</summary>
    private sealed record Block(int A, int B, int[] InA, int[] InB, int[] FirstTexts, int[] SecondTexts, int Weight);

    /// <summary>Finds the blocks, the heaviest first where they exclude each other, in the order of their first place.</summary>
    public static IReadOnlyList<MovedBlock> Find(WitnessWords[] witnesses, WordForms forms, DistinctTexts texts, MultipleAlignment alignment)
    {
        if (texts.Forms.Length < 2)
            return [];
        var finder = new MovedBlocks(witnesses, forms, texts, alignment);
        var blocks = finder.Candidates();
        blocks.Sort((x, y) => (-x.Weight, finder.Column(x.A, x.InA[0]), finder.Column(x.B, x.InB[0])).CompareTo((-y.Weight, finder.Column(y.A, y.InA[0]), finder.Column(y.B, y.InB[0]))));
        var taken = new HashSet<(int Form, int Column)>();
        var moves = new List<MovedBlock>();
        foreach (Block block in blocks)
        {
            (int, int)[] places = [.. block.InA.Select(i => (texts.Forms[block.A][i], finder.Column(block.A, i))), .. block.InB.Select(i => (texts.Forms[block.B][i], finder.Column(block.B, i)))];
            if (places.Any(taken.Contains))
                continue;
            taken.UnionWith(places);
            moves.Add(finder.Told(block));
        }
        moves.Sort((x, y) => (x.First.Column, x.Second.Column).CompareTo((y.First.Column, y.Second.Column)));
        return moves;
    }

    private int Column(int text, int word) => _columnOf[text][word];

    private List<Block> Candidates()
    {
        var blocks = new List<Block>();
        ReadOnlySpan<VariantWord> words = _words.All;
        var starts = new List<int>();
        for (int i = 0; i < words.Length;)
        {
            int form = words[i].Form;
            starts.Clear();
            for (; i < words.Length && words[i].Form == form; i++)
            {
                if (starts.Count == 0 || words[starts[^1]].Column != words[i].Column)
                    starts.Add(i);
            }
            if (starts.Count is < 2 or > MostColumns)
                continue;
            for (int x = 0; x < starts.Count; x++)
            {
                for (int y = x + 1; y < starts.Count; y++)
                {
                    VariantWord first = words[starts[x]], second = words[starts[y]];
                    if (!_seen.Contains((first.Column, second.Column)) && Grown(first, second) is { } block && IsEnough(block))
                        blocks.Add(block);
                }
            }
        }
        return blocks;
    }

    private bool IsEnough(Block block)
    {
        if (block.Weight >= LeastWeight && block.InA.Length > 1)
            return true;
        int form = _texts.Forms[block.A][block.InA[0]];
        return block.InA.Length == 1 && block.Weight >= WordForms.Full && _forms[form].Length >= ShortestAlone
            && Column(block.B, block.InB[0]) - Column(block.A, block.InA[0]) <= NearColumns;
    }

    // Grows a block from a word that some texts have in one column and others in another.
    private Block? Grown(VariantWord first, VariantWord second)
    {
        int[] firstTexts = TextsOf(_words.In(first.Form, first.Column)), secondTexts = TextsOf(_words.In(second.Form, second.Column));
        if (firstTexts.Intersect(secondTexts).Any())
            return null;
        int a = first.Text, b = second.Text, weight = _forms.Weight(first.Form);
        var inA = new List<int> { Array.BinarySearch(_columnOf[a], first.Column) };
        var inB = new List<int> { Array.BinarySearch(_columnOf[b], second.Column) };
        _seen.Add((first.Column, second.Column));
        while (inA.Count < LongestBlock && Joins(inA[0] - 1, inB[0] - 1))
            Take(0, inA[0] - 1, inB[0] - 1);
        while (inA.Count < LongestBlock && Next() is var (i, j))
            Take(inA.Count, i, j);
        return new Block(a, b, [.. inA], [.. inB], firstTexts, secondTexts, weight);

        void Take(int at, int i, int j)
        {
            int form = _texts.Forms[a][i];
            firstTexts = [.. firstTexts.Intersect(TextsOf(_words.In(form, Column(a, i))))];
            secondTexts = [.. secondTexts.Intersect(TextsOf(_words.In(form, Column(b, j))))];
            inA.Insert(at, i);
            inB.Insert(at, j);
            weight = Math.Min(weight + _forms.Weight(form), int.MaxValue / 2);
            _seen.Add((Column(a, i), Column(b, j)));
        }

        bool Joins(int i, int j)
        {
            if (i < 0 || j < 0 || i >= _texts.Forms[a].Length || j >= _texts.Forms[b].Length || _texts.Forms[a][i] != _texts.Forms[b][j])
                return false;
            int form = _texts.Forms[a][i];
            // The two places may not run into each other.
            if (Column(a, i) >= Column(b, inB[0]) || Column(b, j) <= Column(a, inA[^1]))
                return false;
            int[] here = TextsOf(_words.In(form, Column(a, i))), there = TextsOf(_words.In(form, Column(b, j)));
            return here.Length > 0 && there.Length > 0 && !here.Intersect(there).Any();
        }

        (int, int)? Next()
        {
            int i = inA[^1] + 1, j = inB[^1] + 1;
            if (Joins(i, j))
                return (i, j);
            for (int steps = 1; steps <= 2 * LongestBreak; steps++)
            {
                for (int x = Math.Max(0, steps - LongestBreak); x <= Math.Min(steps, LongestBreak); x++)
                {
                    if (Joins(i + x, j + steps - x) && Joins(i + x + 1, j + steps - x + 1))
                        return (i + x, j + steps - x);
                }
            }
            return null;
        }
    }

    private static int[] TextsOf(ReadOnlySpan<VariantWord> words)
    {
        var texts = new int[words.Length];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = words[i].Text;
        return texts;
    }

    private MovedBlock Told(Block block)
    {
        var form = new StringBuilder();
        for (int i = block.InA[0]; i <= block.InA[^1]; i++)
            form.Append(form.Length > 0 ? " " : "").Append(_forms[_texts.Forms[block.A][i]]);
        return new MovedBlock(form.ToString(), PlaceOf(block.A, block.InA, block.FirstTexts), PlaceOf(block.B, block.InB, block.SecondTexts));
    }

    private BlockPlace PlaceOf(int text, int[] words, int[] texts)
    {
        int column = Column(text, words[0]), last = Column(text, words[^1]);
        var witnesses = new List<ReadingWitness>();
        for (int w = 0; w < _witnesses.Length; w++)
        {
            int t = _texts.TextOf[w];
            if (Array.IndexOf(texts, t) < 0)
                continue;
            int from = Array.BinarySearch(_columnOf[t], column), to = Array.BinarySearch(_columnOf[t], last);
            if (from >= 0 && to >= from)
                witnesses.Add(new ReadingWitness(w, _witnesses[w].Spans[from].Union(_witnesses[w].Spans[to])));
        }
        return new BlockPlace(column, last + 1, witnesses);
    }
}

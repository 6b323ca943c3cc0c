namespace Stemma.Comparison.Collation;

/// <summary>
/// Finds the columns for the words of one text: anchors first (runs of words that stand in one place), then the windows
/// between them.
/// </summary>
internal sealed class TextPlacer(WordForms forms, AlignmentColumns columns, AnchorIndex index)
{
    /// <summary>In words times columns: larger windows are cut at words that stand once in both, then in even pieces.</summary>
    /// <remarks>Some 700 words that share no run of three with anything in the alignment.</remarks>
    private const int LargestWindow = 1 << 19;

    /// <summary>In words times columns, over one collation: when it is used up, windows are cut in small pieces.</summary>
    /// <remarks>Some two seconds on one core; a hundred texts of a thousand words with many changes use a third of it.</remarks>
    private const long AllWindows = 60_000_000;

    /// <summary>In words or columns, the longer side of an even piece while there is room, and after.</summary>
    private const int Piece = 256, SmallPiece = 8;

    private readonly WindowAlignment _window = new(forms, columns);
    private readonly OwnWords _own = new(forms, columns);
    private long _left = AllWindows;
    private int[] _ranks = [];
    private int[] _after = [];

    /// <summary>The columns of a text's words; columns are made where there is none. The ranks of the columns must be current.</summary>
    public int[] Place(int text, int[] words, int texts)
    {
        _ranks = index.ColumnsOf(text, words.Length);
        _after = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
            _ranks[i] = _ranks[i] < 0 ? -1 : columns.Rank(_ranks[i]);
        AnchorChain.Keep(_ranks);
        FillBetween(words, 0, words.Length, 0, columns.Order.Length, texts, anchored: false);
        _own.SetApart(words, _ranks, _after);
        return Made();
    }

    // Aligns what lies between the anchors in words [from, to) and columns [first, end).
    private void FillBetween(int[] words, int from, int to, int first, int end, int texts, bool anchored)
    {
        int word = from, rank = first;
        for (int i = from; i <= to; i++)
        {
            if (i < to && _ranks[i] < 0)
                continue;
            int next = i < to ? _ranks[i] : end;
            Fill(words, word, i, rank, next, texts, anchored);
            (word, rank) = (i + 1, next + 1);
        }
    }

    private void Fill(int[] words, int from, int to, int first, int end, int texts, bool anchored)
    {
        if (from == to)
            return;
        if (first >= end)
        {
            _after.AsSpan(from, to - from).Fill(first - 1);
            return;
        }
        long cells = (long)(to - from) * (end - first);
        if (cells <= Math.Min(LargestWindow, _left))
        {
            _left -= cells;
            _window.Align(words.AsSpan(from, to - from), first, end - first, texts, _ranks.AsSpan(from, to - from), _after.AsSpan(from, to - from));
            return;
        }
        if (!anchored)
        {
            AnchorEnds(words, from, to, first, end);
            AnchorOnce(words, from, to, first, end);
            FillBetween(words, from, to, first, end, texts, anchored: true);
            return;
        }
        int length = _left > 0 ? Piece : SmallPiece;
        int pieces = (Math.Max(to - from, end - first) + length - 1) / length;
        for (int p = 0; p < pieces; p++)
        {
            int fromWord = from + (int)((long)(to - from) * p / pieces), toWord = from + (int)((long)(to - from) * (p + 1) / pieces);
            int fromRank = first + (int)((long)(end - first) * p / pieces), toRank = first + (int)((long)(end - first) * (p + 1) / pieces);
            if (fromWord == toWord)
                continue;
            if (fromRank == toRank)
            {
                _after.AsSpan(fromWord, toWord - fromWord).Fill(fromRank - 1);
                continue;
            }
            _left -= (long)(toWord - fromWord) * (toRank - fromRank);
            Span<int> ranks = _ranks.AsSpan(fromWord, toWord - fromWord);
            _window.Align(words.AsSpan(fromWord, toWord - fromWord), fromRank, toRank - fromRank, texts, ranks, _after.AsSpan(fromWord, toWord - fromWord));
        }
    }

    // The same words at the start and at the end of both stand for each other.
    private void AnchorEnds(int[] words, int from, int to, int first, int end)
    {
        ReadOnlySpan<int> order = columns.Order;
        while (from < to && first < end && Has(order[first], words[from]))
            _ranks[from++] = first++;
        while (from < to && first < end && Has(order[end - 1], words[to - 1]))
            _ranks[--to] = --end;
    }

    private bool Has(int column, int form)
    {
        int reading = columns.FirstReading(column);
        while (reading >= 0 && columns.Form(reading) != form)
            reading = columns.NextReading(reading);
        return reading >= 0;
    }

    // Words that stand once among the words and in one column.
    private void AnchorOnce(int[] words, int from, int to, int first, int end)
    {
        const int Many = -2;
        while (from < to && _ranks[from] >= 0)
            first = _ranks[from++] + 1;
        while (from < to && _ranks[to - 1] >= 0)
            end = _ranks[--to];
        var inWords = new Dictionary<int, int>();
        for (int i = from; i < to; i++)
            inWords[words[i]] = inWords.ContainsKey(words[i]) ? Many : i;
        var inColumns = new Dictionary<int, int>();
        for (int rank = first; rank < end; rank++)
        {
            for (int reading = columns.FirstReading(columns.Order[rank]); reading >= 0; reading = columns.NextReading(reading))
            {
                int form = columns.Form(reading);
                if (inWords.ContainsKey(form))
                    inColumns[form] = inColumns.ContainsKey(form) ? Many : rank;
            }
        }
        for (int i = from; i < to; i++)
        {
            if (inWords[words[i]] == i && inColumns.TryGetValue(words[i], out int rank) && rank != Many)
                _ranks[i] = rank;
        }
        AnchorChain.Keep(_ranks.AsSpan(from, to - from));
    }

    // Words with a rank go to that column; the others get columns after the one they follow.
    private int[] Made()
    {
        var placed = new int[_ranks.Length];
        int last = AlignmentColumns.Start, follows = -2;
        ReadOnlySpan<int> order = columns.Order;
        for (int i = 0; i < placed.Length; i++)
        {
            if (_ranks[i] >= 0)
            {
                placed[i] = order[_ranks[i]];
                follows = -2;
                continue;
            }
            if (_after[i] != follows)
            {
                follows = _after[i];
                last = follows < 0 ? AlignmentColumns.Start : order[follows];
            }
            last = columns.InsertAfter(last);
            placed[i] = last;
        }
        return placed;
    }
}

namespace Stemma.Comparison.Collation;

/// <summary>
/// Aligns a run of words with a run of columns: the best sum over all pairs of texts with affine gaps (Needleman and
/// Wunsch 1970, Gotoh 1982), words of one place preferred to be the same, else alike.
/// </summary>
/// <remarks>For one thread; its buffers are used again.</remarks>
internal sealed class WindowAlignment(WordForms forms, AlignmentColumns columns)
{
    // In thousandths of a match of a word that stands once a text, for each text that is aligned with. Set by hand: another
    // word in one place (250) is far cheaper than a word left out beside one put in (1200), but where more than some twenty
    // words in a row differ the two runs are set one after the other. On a hand-aligned tradition the figure
    // (bench/score_collation.py) is the same for half and for double of each.
    private const int OtherWord = -250;
    private const int GapWord = -100;
    private const int GapOpen = -500;

    /// <summary>In thousandths, for a text that has no word in the column: what another word costs less what leaving it out would have.</summary>
    /// <remarks>So a word with nothing like it in sight is not drawn to columns that few texts have.</remarks>
    private const int BesideNothing = OtherWord - GapWord;

    private const byte FromMatch = 0, FromSkip = 1, FromInsert = 2;

    private int[] _match = [];
    private int[] _skip = [];
    private int[] _insert = [];
    private byte[] _moves = [];
    private int[] _held = [];
    private int[] _firstReading = [];
    private (int Form, int Count)[] _readings = [];

    /// <summary>Writes to <paramref name="ranks"/> for each word the rank of its column, or -1 where it needs a column of its own.</summary>
    /// <param name="words">The forms of the words.</param>
    /// <param name="firstRank">The rank of the first column.</param>
    /// <param name="count">The number of columns.</param>
    /// <param name="texts">The number of texts in the alignment.</param>
    /// <param name="ranks">What comes out, as long as <paramref name="words"/>.</param>
    /// <param name="after">For a word that needs a column: the rank of the column it comes after.</param>
    public void Align(ReadOnlySpan<int> words, int firstRank, int count, int texts, Span<int> ranks, Span<int> after)
    {
        Fill(words, columns.Order.Slice(firstRank, count), texts);
        int i = words.Length, j = count, width = count + 1;
        byte state = Best(_match[j], _skip[j], _insert[j]);
        while (i > 0 || j > 0)
        {
            byte move = _moves[i * width + j];
            switch (state)
            {
                case FromMatch:
                    ranks[--i] = firstRank + --j;
                    state = (byte)(move & 3);
                    break;
                case FromSkip:
                    j--;
                    state = (byte)((move >> 2) & 3);
                    break;
                default:
                    ranks[--i] = -1;
                    after[i] = firstRank + j - 1;
                    state = (byte)((move >> 4) & 3);
                    break;
            }
        }
    }

    private void Fill(ReadOnlySpan<int> words, ReadOnlySpan<int> window, int texts)
    {
        const int Never = int.MinValue / 4;
        int width = window.Length + 1;
        Grow(width, (words.Length + 1) * width);
        Gather(window);
        _match[0] = 0;
        _skip[0] = _insert[0] = Never;
        for (int j = 1; j < width; j++)
        {
            _match[j] = _insert[j] = Never;
            int held = _held[j - 1];
            int open = _match[j - 1] + GapOpen * held / texts;
            _skip[j] = Math.Max(open, _skip[j - 1]) + GapWord * held / texts;
            _moves[j] = (byte)((j == 1 ? FromMatch : FromSkip) << 2);
        }
        for (int i = 1; i <= words.Length; i++)
        {
            int cornerMatch = _match[0], cornerSkip = _skip[0], cornerInsert = _insert[0];
            _insert[0] = Math.Max(Math.Max(_match[0], _skip[0]) + GapOpen, _insert[0]) + GapWord;
            _moves[i * width] = (byte)(Best(_match[0] + GapOpen, _skip[0] + GapOpen, cornerInsert) << 4);
            _match[0] = _skip[0] = Never;
            for (int j = 1; j < width; j++)
            {
                int held = _held[j - 1];
                int match = Math.Max(cornerMatch, Math.Max(cornerSkip, cornerInsert)) + Worth(words[i - 1], j - 1, held, texts);
                byte moves = Best(cornerMatch, cornerSkip, cornerInsert);
                (cornerMatch, cornerSkip, cornerInsert) = (_match[j], _skip[j], _insert[j]);

                int fromMatch = cornerMatch + GapOpen, fromSkip = cornerSkip + GapOpen;
                moves |= (byte)(Best(fromMatch, fromSkip, cornerInsert) << 4);
                int insert = Math.Max(cornerInsert, Math.Max(fromMatch, fromSkip)) + GapWord;

                int open = GapOpen * held / texts;
                int leftMatch = _match[j - 1] + open, leftInsert = _insert[j - 1] + open;
                moves |= (byte)(Best(leftMatch, _skip[j - 1], leftInsert) << 2);
                int skip = Math.Max(_skip[j - 1], Math.Max(leftMatch, leftInsert)) + GapWord * held / texts;

                (_match[j], _skip[j], _insert[j]) = (match, skip, insert);
                _moves[i * width + j] = moves;
            }
        }
    }

    // Of equal ways the one that matches earlier is taken: a word that stands before and after what was left out stays with
    // the words before it.
    private static byte Best(int match, int skip, int insert) =>
        skip >= match && skip >= insert ? FromSkip : insert >= match ? FromInsert : FromMatch;

    // What the word is worth in a column of the window, for each text that is aligned with.
    private int Worth(int word, int column, int held, int texts)
    {
        long sum = (long)(texts - held) * BesideNothing;
        for (int reading = _firstReading[column]; reading < _firstReading[column + 1]; reading++)
        {
            (int form, int count) = _readings[reading];
            if (form == word)
                sum += (long)count * forms.Weight(word);
            else if (forms.Likeness(word, form) is > 0 and int likeness)
                sum += (long)count * likeness * Math.Max(forms.Weight(word), forms.Weight(form)) / WordForms.Full;
            else
                sum += (long)count * OtherWord;
        }
        return (int)(sum / texts);
    }

    // The readings of the window side by side: they are looked at once for each word.
    private void Gather(ReadOnlySpan<int> window)
    {
        int n = 0;
        for (int j = 0; j < window.Length; j++)
        {
            _held[j] = columns.Occupied(window[j]);
            _firstReading[j] = n;
            for (int reading = columns.FirstReading(window[j]); reading >= 0; reading = columns.NextReading(reading))
            {
                if (n == _readings.Length)
                    Array.Resize(ref _readings, Math.Max(64, 2 * n));
                _readings[n++] = (columns.Form(reading), columns.Count(reading));
            }
        }
        _firstReading[window.Length] = n;
    }

    private void Grow(int width, int cells)
    {
        if (_match.Length < width)
        {
            _match = new int[width];
            _skip = new int[width];
            _insert = new int[width];
            _held = new int[width];
            _firstReading = new int[width];
        }
        if (_moves.Length < cells)
            _moves = new byte[cells];
    }
}

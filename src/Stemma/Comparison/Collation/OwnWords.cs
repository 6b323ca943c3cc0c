namespace Stemma.Comparison.Collation;

/// <summary>
/// Finds the stretches of a text that stand in columns with hardly a word in common: they are the text's own words, and
/// setting them beside what the others say there would show a correspondence that nothing proves.
/// </summary>
internal sealed class OwnWords(WordForms forms, AlignmentColumns columns)
{
    /// <summary>In words: what is shorter may have replaced what stands there, however unlike.</summary>
    private const int LongestReplacement = 8;

    /// <summary>In thousandths a word: a stretch with less in common is the text's own.</summary>
    /// <remarks>Set by hand on generated stories: a reworded sentence keeps a third of its words, chance leaves "the" and "of".</remarks>
    private const int LeastShared = 250;

    /// <summary>In thousandths: two or more words in a row that are found again in a row and weigh more prove the place.</summary>
    private const int Proof = 800;

    /// <summary>In columns: words in a row stand no farther apart; between them others may have put in a word or two.</summary>
    private const int NextColumns = 3;

    /// <summary>Sets the ranks of own words to -1, and where they go to after the word before.</summary>
    /// <param name="words">The forms of a text's words.</param>
    /// <param name="ranks">The rank of the column of each word, -1 where it has a column of its own.</param>
    /// <param name="after">For those: the rank of the column they follow.</param>
    public void SetApart(int[] words, int[] ranks, int[] after)
    {
        var shared = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
            shared[i] = ranks[i] < 0 ? 0 : Shared(words[i], columns.Order[ranks[i]]);
        int start = 0;
        for (int i = 0; i < words.Length;)
        {
            int end = RunEnd(i, out int weight);
            if (end - i > 1 && weight > Proof)
            {
                SetApart(start, i);
                start = end;
            }
            i = end;
        }
        SetApart(start, words.Length);

        // Words that follow each other, found again where words follow each other: the end and the weight of the run.
        int RunEnd(int i, out int weight)
        {
            weight = shared[i];
            int end = i + 1;
            while (end < words.Length && shared[i] > 0 && shared[end] > 0 && ranks[end] - ranks[end - 1] <= NextColumns)
                weight = Math.Min(weight + shared[end++], WordForms.Full);
            return end;
        }

        void SetApart(int from, int to)
        {
            long sum = 0;
            for (int i = from; i < to; i++)
                sum += shared[i];
            if (to - from <= LongestReplacement || sum >= (long)LeastShared * (to - from))
                return;
            int follows = from > 0 ? ranks[from - 1] : -1;
            for (int i = from; i < to; i++)
            {
                ranks[i] = -1;
                after[i] = follows;
            }
        }
    }

    // What the word has in common with the column, in thousandths.
    private int Shared(int word, int column)
    {
        int best = 0;
        for (int reading = columns.FirstReading(column); reading >= 0; reading = columns.NextReading(reading))
        {
            int form = columns.Form(reading);
            if (form == word)
                return forms.Weight(word);
            best = Math.Max(best, forms.Likeness(word, form) * forms.Weight(word) / WordForms.Full);
        }
        return best;
    }
}

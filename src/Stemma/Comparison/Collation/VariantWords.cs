namespace Stemma.Comparison.Collation;

/// <summary>A word that not all texts have in its column.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Column">Its column.</param>
/// <param name="Text">The text that has it.</param>
internal readonly record struct VariantWord(int Form, int Column, int Text);

/// <summary>All words that not all texts have in their column: ordered by form, then by column, then by text.</summary>
internal sealed class VariantWords
{
    private static readonly Comparer<VariantWord> s_order = Comparer<VariantWord>.Create((a, b) =>
        a.Form != b.Form ? a.Form.CompareTo(b.Form) : a.Column != b.Column ? a.Column.CompareTo(b.Column) : a.Text.CompareTo(b.Text));

    private readonly VariantWord[] _words;

    private VariantWords(VariantWord[] words) => _words = words;

    /// <summary>The words in order.</summary>
    public ReadOnlySpan<VariantWord> All => _words;

    /// <summary>Gathers the words.</summary>
    public static VariantWords Of(int[][] texts, MultipleAlignment alignment)
    {
        const int None = -1, Several = -2;
        var held = new int[alignment.Columns];
        var form = new int[alignment.Columns];
        Array.Fill(form, None);
        for (int t = 0; t < texts.Length; t++)
        {
            for (int i = 0; i < texts[t].Length; i++)
            {
                int column = alignment.ColumnOf[t][i];
                held[column]++;
                form[column] = form[column] == None || form[column] == texts[t][i] ? texts[t][i] : Several;
            }
        }
        var words = new List<VariantWord>();
        for (int t = 0; t < texts.Length; t++)
        {
            for (int i = 0; i < texts[t].Length; i++)
            {
                int column = alignment.ColumnOf[t][i];
                if (held[column] < texts.Length || form[column] == Several)
                    words.Add(new VariantWord(texts[t][i], column, t));
            }
        }
        VariantWord[] ordered = [.. words];
        Array.Sort(ordered, s_order);
        return new VariantWords(ordered);
    }

    /// <summary>The words of one form in one column; empty where all texts have it.</summary>
    public ReadOnlySpan<VariantWord> In(int form, int column)
    {
        int first = Array.BinarySearch(_words, new VariantWord(form, column, -1), s_order);
        first = first < 0 ? ~first : first;
        int end = first;
        while (end < _words.Length && _words[end].Form == form && _words[end].Column == column)
            end++;
        return _words.AsSpan(first, end - first);
    }
}

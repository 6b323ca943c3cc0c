using Stemma.Reports;

namespace Stemma.Comparison.Collation;

/// <summary>The words of one witness: where they stand, and their forms as numbers of the <see cref="WordForms"/>.</summary>
internal sealed class WitnessWords
{
    private WitnessWords(CollationText text, TextSpan[] spans, int[] forms)
    {
        Text = text;
        Spans = spans;
        Forms = forms;
    }

    /// <summary>The text they stand in.</summary>
    public CollationText Text { get; }

    /// <summary>Where each word stands.</summary>
    public TextSpan[] Spans { get; }

    /// <summary>The folded form of each word.</summary>
    public int[] Forms { get; }

    /// <summary>Reads all witnesses, in the order of their ids, and the forms of all their words.</summary>
    public static (WitnessWords[] Witnesses, WordForms Forms) Read(IReadOnlyList<CollationText> texts, CancellationToken cancellation)
    {
        CollationText[] ordered = [.. texts.OrderBy(t => t.Id, StringComparer.Ordinal).ThenBy(t => t.Text, StringComparer.Ordinal)
            .ThenBy(t => t.Part ?? default).ThenBy(t => t.Language, StringComparer.Ordinal)];
        bool english = ordered.Length > 0 && ordered.All(t => t.Language == "en");
        var folder = new FormFolder(english);
        var witnesses = new WitnessWords[ordered.Length];
        for (int w = 0; w < ordered.Length; w++)
        {
            cancellation.ThrowIfCancellationRequested();
            (TextSpan[] spans, int[] found) = folder.Fold(ordered[w].Text, WordSplitter.Split(ordered[w]));
            witnesses[w] = new WitnessWords(ordered[w], spans, found);
        }
        int[] rank = folder.Ranks(out string[] forms);
        foreach (WitnessWords witness in witnesses)
        {
            for (int i = 0; i < witness.Forms.Length; i++)
                witness.Forms[i] = rank[witness.Forms[i]];
        }
        return (witnesses, new WordForms(forms, english));
    }
}

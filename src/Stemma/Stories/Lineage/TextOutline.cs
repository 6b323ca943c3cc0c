namespace Stemma.Stories.Lineage;

/// <summary>A text as the lineage sees it: which sentences of the story it has, in which order and in which wordings.</summary>
internal sealed class TextOutline
{
    private readonly Dictionary<int, int> _placeOf = [];

    /// <summary>A text of the sentences in order; a sentence that comes twice counts where it comes first.</summary>
    public TextOutline(IReadOnlyList<(int Sentence, int Wording)> parts)
    {
        var kept = new List<(int Sentence, int Wording)>(parts.Count);
        foreach ((int sentence, int wording) in parts)
        {
            if (_placeOf.TryAdd(sentence, kept.Count))
                kept.Add((sentence, wording));
        }
        Sentences = [.. kept.Select(k => k.Sentence)];
        Wordings = [.. kept.Select(k => k.Wording)];
    }

    /// <summary>The numbers of its sentences.</summary>
    public int[] Sentences { get; }

    /// <summary>The number of the wording of each.</summary>
    public int[] Wordings { get; }

    /// <summary>The place of a sentence in the text, -1 where the text has it not.</summary>
    public int PlaceOf(int sentence) => _placeOf.GetValueOrDefault(sentence, -1);
}

using Stemma.Reports;

namespace Stemma.Presentation.Page;

/// <summary>The kinds of marks; those of one kind never overlap.</summary>
internal enum MarkLayer
{
    /// <summary>What is no part of the article.</summary>
    Cut,

    /// <summary>Words shared with other reports.</summary>
    Passage,

    /// <summary>Words inside quotation marks.</summary>
    Quote,

    /// <summary>A name, a date, the value of a claim.</summary>
    Word,
}

/// <summary>A marked run of a text.</summary>
internal sealed class Mark(TextSpan span, MarkLayer layer, string open, string close)
{
    /// <summary>The run, never empty.</summary>
    public TextSpan Span { get; set; } = span;

    public MarkLayer Layer { get; } = layer;

    /// <summary>The start tag without its closing bracket, so that the first part can take the anchor.</summary>
    public string Open { get; } = open;

    /// <summary>The end tag.</summary>
    public string Close { get; } = close;

    /// <summary>Anchors: the first is the element's own, the others stand empty inside it.</summary>
    public List<string> Anchors { get; } = [];

    /// <summary>Written before the first part.</summary>
    public Markup Before { get; init; }

    /// <summary>Written after the last part.</summary>
    public Markup After { get; set; }

    /// <summary>True once a part is written.</summary>
    public bool Written { get; set; }
}

/// <summary>Gathers the marks of one report; within a layer they never overlap, and no anchor is lost where one has to give way.</summary>
internal sealed class Marks(string text)
{
    private readonly List<Mark> _marks = [];

    /// <summary>Anchors whose words are not in the text.</summary>
    public List<string> Stray { get; } = [];

    public string Text { get; } = text;

    /// <summary>Adds a mark; white space at its ends is left out.</summary>
    public void Add(Mark mark)
    {
        int start = Math.Clamp(mark.Span.Start, 0, Text.Length);
        int end = Math.Clamp(mark.Span.End, start, Text.Length);
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        if (start == end)
        {
            Stray.AddRange(mark.Anchors);
            return;
        }
        mark.Span = new TextSpan(start, end);
        _marks.Add(mark);
    }

    /// <summary>The marks of each layer in text order: of two that overlap the earlier one, else the longer one stays.</summary>
    public Mark[][] Layers()
    {
        var layers = new Mark[Enum.GetValues<MarkLayer>().Length][];
        for (int layer = 0; layer < layers.Length; layer++)
        {
            var kept = new List<Mark>();
            foreach (Mark mark in _marks.Where(m => (int)m.Layer == layer).OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End))
            {
                if (kept.Count > 0 && mark.Span.Start < kept[^1].Span.End)
                    kept[^1].Anchors.AddRange(mark.Anchors);
                else
                    kept.Add(mark);
            }
            layers[layer] = [.. kept];
        }
        return layers;
    }
}

namespace Stemma.Presentation.Page;

/// <summary>Writes a text as paragraphs with its marks, properly nested: a mark that another one cuts is closed and opened again.</summary>
internal sealed class MarkedText
{
    private readonly Html _html;
    private readonly string _text;
    private readonly Mark[][] _layers;
    private readonly int[] _next;
    private readonly List<Mark> _open = [];
    private readonly List<Mark> _wanted = [];

    private MarkedText(Html html, Marks marks)
    {
        _html = html;
        _text = marks.Text;
        _layers = marks.Layers();
        _next = new int[_layers.Length];
    }

    /// <summary>Writes the whole text; linear in its length and its marks.</summary>
    public static void Write(Html html, Marks marks)
    {
        var writer = new MarkedText(html, marks);
        int start = 0;
        while (start < marks.Text.Length)
        {
            int end = marks.Text.IndexOf('\n', start);
            end = end < 0 ? marks.Text.Length : end;
            if (!marks.Text.AsSpan(start, end - start).IsWhiteSpace())
                writer.WriteParagraph(start, end);
            start = end + 1;
        }
    }

    private void WriteParagraph(int start, int end)
    {
        _html.Raw("<p>");
        int at = start;
        while (at < end)
        {
            OpenAt(at);
            int next = Math.Min(end, NextBoundary(at));
            _html.Text(_text.AsSpan(at, next - at));
            at = next;
            CloseAt(at);
        }
        CloseDownTo(0);
        _html.Raw("</p>\n");
    }

    private Mark? Active(int layer, int at)
    {
        Mark[] marks = _layers[layer];
        while (_next[layer] < marks.Length && marks[_next[layer]].Span.End <= at)
            _next[layer]++;
        return _next[layer] < marks.Length && marks[_next[layer]].Span.Start <= at ? marks[_next[layer]] : null;
    }

    private int NextBoundary(int at)
    {
        int next = _text.Length;
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            if (Active(layer, at) is { } mark)
                next = Math.Min(next, mark.Span.End);
            else if (_next[layer] < _layers[layer].Length)
                next = Math.Min(next, _layers[layer][_next[layer]].Span.Start);
        }
        return next;
    }

    private void OpenAt(int at)
    {
        _wanted.Clear();
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            if (Active(layer, at) is { } mark)
                _wanted.Add(mark);
        }
        _wanted.Sort(Outermost);
        int depth = 0;
        foreach (Mark mark in _wanted)
        {
            if (depth >= _open.Count || _open[depth] != mark)
            {
                CloseDownTo(depth);
                Open(mark);
            }
            depth++;
        }
        CloseDownTo(depth);
    }

    // What holds the other is outside; of two that cross one another the earlier one. A word is always innermost: it is a
    // link, and a link may hold no other.
    private static int Outermost(Mark a, Mark b)
    {
        if (a.Layer == MarkLayer.Word || b.Layer == MarkLayer.Word)
            return a.Layer.CompareTo(b.Layer);
        int order = a.Span.Start.CompareTo(b.Span.Start);
        order = order != 0 ? order : b.Span.End.CompareTo(a.Span.End);
        return order != 0 ? order : a.Layer.CompareTo(b.Layer);
    }

    private void Open(Mark mark)
    {
        if (!mark.Written)
            _html.Raw(mark.Before.Text ?? "");
        _html.Raw(mark.Open);
        if (!mark.Written && mark.Anchors.Count > 0)
            _html.Write($" id=\"{mark.Anchors[0]}\"");
        _html.Raw(">");
        if (!mark.Written)
        {
            foreach (string anchor in mark.Anchors.Skip(1))
                _html.Write($"<span id=\"{anchor}\" class=\"at\"></span>");
        }
        mark.Written = true;
        _open.Add(mark);
    }

    // Inner marks are closed first; one that is only interrupted is opened again by OpenAt.
    private void CloseAt(int at)
    {
        int outermost = _open.FindIndex(m => m.Span.End <= at);
        if (outermost < 0)
            return;
        CloseDownTo(outermost, at);
    }

    private void CloseDownTo(int depth, int at = -1)
    {
        while (_open.Count > depth)
        {
            Mark mark = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _html.Raw(mark.Close);
            if (mark.Span.End <= at)
                _html.Raw(mark.After.Text ?? "");
        }
    }
}

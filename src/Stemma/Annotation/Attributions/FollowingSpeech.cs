using Stemma.Annotation.Marks;
using Stemma.Reports;

namespace Stemma.Annotation.Attributions;

/// <summary>Joins speech that goes on without a cue of its own to the attribution before it: “…,” Smith said. “…”</summary>
internal static class FollowingSpeech
{
    /// <summary>In UTF-16 code units: what a sentence may hold beside the words in marks (blanks, stops).</summary>
    private const int Loose = 2;

    /// <summary>The attributions, those with words in marks grown by what follows them in their paragraph.</summary>
    public static List<AttributionReader.Found> Joined(TokenView view, List<AttributionReader.Found> found)
    {
        // The attribution that each stretch belongs to.
        var owners = new int[view.Stretches.Count];
        Array.Fill(owners, -1);
        for (int f = 0; f < found.Count; f++)
        {
            foreach (TextSpan span in found[f].Attribution.Content)
            {
                for (int s = view.FirstStretchBehind(span.Start); s < view.Stretches.Count && view.Stretches[s].Marked.Start < span.End; s++)
                {
                    if (owners[s] < 0 || found[owners[s]].Attribution.Inner)
                        owners[s] = f;
                }
            }
        }
        var more = new SortedDictionary<int, List<TextSpan>>();
        int last = -1, paragraph = -1, token = 0;
        for (int s = 0; s < view.Stretches.Count; s++)
        {
            MarkedStretch stretch = view.Stretches[s];
            if (stretch.Depth > 0)
                continue;
            if (stretch.Paragraph != paragraph)
                (paragraph, last) = (stretch.Paragraph, -1);
            if (owners[s] >= 0)
            {
                last = found[owners[s]].Attribution.Inner ? last : owners[s];
                continue;
            }
            while (token < view.Count && view.Tokens[token].Span.End <= stretch.Marked.Start)
                token++;
            if (last < 0 || token == view.Count || !IsAlone(view, stretch, token))
                continue;
            if (!more.TryGetValue(last, out List<TextSpan>? spans))
                more.Add(last, spans = []);
            spans.Add(stretch.Marked);
        }
        foreach ((int f, List<TextSpan> spans) in more)
        {
            Attribution attribution = found[f].Attribution;
            found[f] = found[f] with { Attribution = attribution with { Content = [.. attribution.Content, .. spans] } };
        }
        return found;
    }

    // True where the sentences that the stretch stands in hold nothing but words in marks.
    private static bool IsAlone(TokenView view, MarkedStretch stretch, int token)
    {
        TextSpan sentence = view.Sentences[view.SentenceOf(token)].Span;
        return sentence.Start >= stretch.Marked.Start - Loose && sentence.End <= stretch.Marked.End + Loose;
    }
}

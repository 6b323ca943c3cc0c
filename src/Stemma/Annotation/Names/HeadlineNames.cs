using Stemma.Reports;

namespace Stemma.Annotation.Names;

/// <summary>Finds in lines of capitals ("China Signs Deal", "CHINA SIGNS DEAL") the names that the rest of the report has shown.</summary>
internal static class HeadlineNames
{
    /// <summary>In tokens: the longest name that is looked for.</summary>
    private const int LongestName = 5;

    /// <summary>The mentions in the sentences that are written in headline capitals.</summary>
    public static List<NameMention> Find(TokenView view, bool[] headlineCase, IReadOnlyList<NameMention> known)
    {
        var kinds = new Dictionary<string, NameKind>(StringComparer.Ordinal);
        foreach (NameMention mention in known)
            kinds.TryAdd(NameKey.Of(mention.Span.Over(view.Text)), mention.Kind);
        var found = new List<NameMention>();
        for (int s = 0; s < view.Sentences.Count; s++)
        {
            if (!headlineCase[s])
                continue;
            Sentence sentence = view.Sentences[s];
            int end = sentence.FirstToken + sentence.TokenCount;
            for (int i = sentence.FirstToken; i < end; i++)
            {
                int length = view.IsCapitalised(i) ? LengthAt(view, i, end, kinds, out NameKind kind) : Nothing(out kind);
                if (length == 0)
                    continue;
                found.Add(new NameMention(new TextSpan(view.Tokens[i].Span.Start, view.WordSpan(i + length - 1).End), kind, null));
                i += length - 1;
            }
        }
        return found;
    }

    private static int LengthAt(TokenView view, int i, int end, Dictionary<string, NameKind> kinds, out NameKind kind)
    {
        for (int n = Math.Min(LongestName, end - i); n > 0; n--)
        {
            var span = new TextSpan(view.Tokens[i].Span.Start, view.WordSpan(i + n - 1).End);
            if (view.IsWord(i + n - 1) && span.Length <= LongestText && kinds.TryGetValue(NameKey.Of(span.Over(view.Text)), out kind))
                return n;
        }
        return Nothing(out kind);
    }

    private static int Nothing(out NameKind kind)
    {
        kind = NameKind.Other;
        return 0;
    }

    /// <summary>In UTF-16 code units: no name is longer.</summary>
    private const int LongestText = 80;
}

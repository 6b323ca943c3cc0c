namespace Stemma.Cli.Check;

/// <summary>The passages that a link cites: copied, between the right reports, and covering what the link's share says.</summary>
internal static class LinkProof
{
    /// <summary>
    /// How far a share may be from what its passages cover, 0 to 1. Wide, because a share counts the words that agree inside its passages and
    /// the dossier does not tell which those are: it lies between what the passages cover and that times their similarity.
    /// </summary>
    private const double Slack = 0.15;

    /// <summary>Checks all links; those to one report stand together, the larger share first. Where a link names its part, only that counts.</summary>
    public static void Run((Node Node, string From, string To, double Share, string[] Passages, Place? Part)[] links, Dictionary<string, string[]> lost, ReportTexts texts, Dictionary<string, CheckedPassage> passages)
    {
        ILookup<string, string> parents = links.ToLookup(l => l.To, l => l.From, StringComparer.Ordinal);
        var covered = new Dictionary<string, bool[]>(StringComparer.Ordinal);
        foreach ((Node node, string from, string to, double share, string[] cited, Place? part) in links)
        {
            if (!texts.Has(to))
                continue;
            if (!covered.TryGetValue(to, out bool[]? before))
                covered.Add(to, before = new bool[texts.Of(to).Length]);
            string text = texts.Of(to);
            bool[] running = texts.RunningText(to);
            int fresh = 0;
            double agreeing = 0;
            if (cited.Length == 0)
                node.Fault($"nothing proves the link from {from} to {to}");
            foreach (string id in cited)
            {
                if (!passages.TryGetValue(id, out CheckedPassage? passage))
                {
                    node.Fault($"no sound passage has the id “{id}”");
                    continue;
                }
                bool isA = passage.A.Report == to;
                Place here = isA ? passage.A : passage.B, there = isA ? passage.B : passage.A;
                bool fits = here.Report == to && (there.Report == from || lost.ContainsKey(from) && parents[there.Report].Contains(from, StringComparer.Ordinal));
                if (!fits || passage.Use != "copied")
                {
                    node.Fault($"{id} is no copied passage between {to} and {(lost.ContainsKey(from) ? "another child of " : "")}{from}");
                    continue;
                }
                int count = 0;
                for (int i = Math.Max(here.Start, part?.Start ?? 0); i < Math.Min(here.End, part?.End ?? text.Length); i++)
                {
                    if (!running[i] || before[i] || !char.IsLetterOrDigit(text[i]))
                        continue;
                    before[i] = true;
                    count++;
                }
                fresh += count;
                agreeing += count * passage.Similarity;
            }
            double all = Math.Max(1, text.Where((c, i) => running[i] && char.IsLetterOrDigit(c)).Count());
            if (share > fresh / all + Slack || share < agreeing / all - Slack)
                node.Fault(FormattableString.Invariant($"the share of {share:0.000} of {to} taken from {from} is not what its passages cover: {agreeing / all:0.000} to {fresh / all:0.000}"));
        }
    }
}

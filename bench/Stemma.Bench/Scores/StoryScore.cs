using Stemma.Bench.Planting;
using Stemma.Stories;

namespace Stemma.Bench.Scores;

/// <summary>How right dossiers are about planted stories; sums over stories, then rates.</summary>
internal sealed class StoryScore
{
    /// <summary>Children in common, of all, from which a lost text that was found is one that was planted (as in newstree's scorer).</summary>
    private const double SameChildren = 0.5;

    private int _reports, _strict, _lenient, _stories, _origins, _lostFound, _lostPlanted, _lostRight;
    private long _predicted, _right, _copied, _covered;

    /// <summary>Adds a story.</summary>
    public void Add(PlantedStory story, Dossier dossier)
    {
        _stories++;
        _origins += dossier.Lineage.Origins.Count == story.Origins ? 1 : 0;
        Dictionary<string, string> lost = Lost(story, dossier);
        ILookup<string, string> parents = dossier.Lineage.Links.ToLookup(l => l.To, l => lost.GetValueOrDefault(l.From, l.From), StringComparer.Ordinal);
        foreach (PlantedReport report in story.Reports)
        {
            _reports++;
            string[] found = [.. parents[report.File].Distinct(StringComparer.Ordinal)];
            _strict += found.ToHashSet(StringComparer.Ordinal).SetEquals(report.Parents) ? 1 : 0;
            _lenient += found.Length == report.Parents.Count && report.Parents.Select((p, i) => found.Any(f => f == p || report.AsGood[i].Contains(f, StringComparer.Ordinal))).All(x => x) ? 1 : 0;
        }
        Copied(story, dossier);
    }

    /// <summary>The figures by name, 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Figures() => new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        ["parents right (strict)"] = Rate(_strict, _reports),
        ["parents right (lenient)"] = Rate(_lenient, _reports),
        ["lost texts (F1)"] = Rate(2 * _lostRight, _lostFound + _lostPlanted),
        ["origin count exact"] = Rate(_origins, _stories),
        ["copied characters (F1)"] = Harmonic(Rate(_right, _predicted), Rate(_covered, _copied)),
    };

    private static double Rate(long part, long whole) => whole == 0 ? 1 : (double)part / whole;

    private static double Harmonic(double x, double y) => x + y == 0 ? 0 : 2 * x * y / (x + y);

    // The planted id for each lost text that was found; the ones whose children agree most are paired first.
    private Dictionary<string, string> Lost(PlantedStory story, Dossier dossier)
    {
        var pairs = (from found in dossier.Lineage.Lost
                     from planted in story.Lost
                     let jaccard = (double)found.Children.Intersect(planted.Children, StringComparer.Ordinal).Count() / found.Children.Union(planted.Children, StringComparer.Ordinal).Count()
                     where jaccard > 0
                     orderby jaccard descending
                     select (Found: found.Id, Planted: planted.Id, Jaccard: jaccard)).ToArray();
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        _lostFound += dossier.Lineage.Lost.Count;
        _lostPlanted += story.Lost.Count(l => l.IsKnowable);
        foreach ((string found, string planted, double jaccard) in pairs)
        {
            if (named.ContainsValue(planted) || !named.TryAdd(found, planted))
                continue;
            if (jaccard >= SameChildren)
                _lostRight += story.Lost.Any(l => l.Id == planted && l.IsKnowable) ? 1 : 0;
            if (jaccard >= SameChildren && story.Lost.Any(l => l.Id == planted && !l.IsKnowable))
                _lostFound--;
        }
        foreach (LostDispatch other in dossier.Lineage.Lost)
            named.TryAdd(other.Id, "found " + other.Id);
        return named;
    }

    // Precision over both sides of what was found, recall over the sentences that stand in another report too.
    private void Copied(PlantedStory story, Dossier dossier)
    {
        Dictionary<string, PlantedReport> reports = story.Reports.ToDictionary(r => r.File, StringComparer.Ordinal);
        Dictionary<string, int[]> rootAt = story.Reports.ToDictionary(r => r.File, RootAt, StringComparer.Ordinal);
        Dictionary<string, bool[]> covered = story.Reports.ToDictionary(r => r.File, r => new bool[r.Text.Length], StringComparer.Ordinal);
        foreach (DossierPassage passage in dossier.Passages.Where(p => p.Use == "copied"))
        {
            Side(passage.A, passage.B);
            Side(passage.B, passage.A);
        }
        Dictionary<int, int> tellers = story.Reports.SelectMany(r => r.Sentences.Select(s => s.Root).Distinct()).GroupBy(r => r).ToDictionary(g => g.Key, g => g.Count());
        foreach (PlantedReport report in story.Reports)
        {
            foreach ((int start, int end, int root) in report.Sentences.Where(s => tellers[s.Root] > 1))
            {
                _copied += end - start;
                _covered += covered[report.File].AsSpan(start, end - start).Count(true);
            }
        }

        void Side(DossierSpan here, DossierSpan there)
        {
            HashSet<int> roots = [.. rootAt[there.Report][there.Start..there.End].Where(r => r >= 0)];
            string text = reports[here.Report].Text;
            for (int i = here.Start; i < here.End; i++)
            {
                int root = rootAt[here.Report][i];
                if (root < 0 && !char.IsLetterOrDigit(text[i]))
                    continue;
                _predicted++;
                if (!roots.Contains(root))
                    continue;
                _right++;
                covered[here.Report][i] = true;
            }
        }
    }

    private static int[] RootAt(PlantedReport report)
    {
        int[] roots = new int[report.Text.Length];
        Array.Fill(roots, -1);
        foreach ((int start, int end, int root) in report.Sentences)
            roots.AsSpan(start, end - start).Fill(root);
        return roots;
    }
}

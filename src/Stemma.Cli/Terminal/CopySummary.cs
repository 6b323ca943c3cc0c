using System.Globalization;
using Stemma.Comparison.Fingerprints;
using Stemma.Library.Corpus;

namespace Stemma.Cli.Terminal;

/// <summary>Tells the copies of a corpus in a few lines.</summary>
internal static class CopySummary
{
    /// <summary>The clusters that are shown, the largest first.</summary>
    private const int ShownClusters = 10;

    // Characters of an id or title.
    private const int LongestName = 70;

    /// <summary>Writes the summary.</summary>
    /// <param name="copies">What was found.</param>
    /// <param name="titles">The title of each document, null where it has none.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="hints">True to say how to get all pairs.</param>
    public static void Write(CorpusCopies copies, IReadOnlyList<string?> titles, TextWriter writer, bool hints)
    {
        int inClusters = copies.Clusters.Sum(c => c.Documents.Count);
        writer.WriteLine(Say($"{Several(copies.Documents, "document")}: {inClusters:N0} stand in {Several(copies.Clusters.Count, "cluster")} of copies, {copies.Documents - inClusters:N0} alone"));
        if (copies.TooShort > 0)
            writer.WriteLine(Say($"{copies.TooShort:N0} are too short to tell a copy by"));
        if (copies.SampledOneIn > SparseSample)
            writer.WriteLine(Say($"The corpus is large for its memory: one word run in {copies.SampledOneIn} was looked at, so that short shared passages may be missing (--memory)"));
        if (copies.Pairs.Count == 0)
            return;
        writer.WriteLine();
        writer.WriteLine(Say($"{Several(copies.Pairs.Count, "pair")}"));
        foreach (IGrouping<CopyKind, CopyPair> kind in copies.Pairs.GroupBy(p => p.Kind).OrderBy(k => k.Key))
            writer.WriteLine(Say($"  {kind.Count(),9:N0} {CopyLines.NameOf(kind.Key)}"));
        writer.WriteLine();
        if (copies.Clusters.Count > 0)
            writer.WriteLine("Largest clusters");
        var pairs = copies.Pairs.Where(p => copies.ClusterOf[p.A] >= 0 && copies.ClusterOf[p.A] == copies.ClusterOf[p.B]).GroupBy(p => copies.ClusterOf[p.A]).ToDictionary(g => g.Key, g => g.First());
        foreach (CopyCluster cluster in copies.Clusters.OrderByDescending(c => c.Documents.Count).Take(ShownClusters))
        {
            writer.WriteLine(Say($"  {cluster.Documents.Count,5:N0} {Name(cluster.Documents[0])}"));
            CopyPair first = pairs[copies.ClusterOf[cluster.Documents[0]]];
            writer.WriteLine(Say($"        {Name(first.A)} and {Name(first.B)}: {CopyLines.NameOf(first.Kind)}; {copies.ReasonsOf(first)[0]}"));
        }
        if (hints)
            writer.WriteLine("\n-o copies.jsonl writes every cluster and pair with the places of the words in both texts");

        string Name(int document)
        {
            string name = titles[document] is { Length: > 0 } title ? $"{copies.IdOf(document)} “{title}”" : copies.IdOf(document);
            name = string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));
            return name.Length > LongestName ? name[..LongestName] + "…" : name;
        }
    }

    private static string Several(int count, string what) => Say($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    // One in so many runs still finds passages of a sentence.
    private const int SparseSample = 4;

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

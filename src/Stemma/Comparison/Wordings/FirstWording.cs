using System.Globalization;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>Tells which wording of an utterance was there first, as far as dates and lineage tell.</summary>
/// <remarks>A quotation can have been first where no other report of its family surely came before: by its whole interval of dates, or as a source of its text.</remarks>
internal sealed class FirstWording
{
    private readonly QuotationView[] _views;
    private readonly ILookup<int, int> _parents;

    /// <summary>Takes what is known.</summary>
    public FirstWording(QuotationView[] views, IReadOnlyList<(int Parent, int Child)> taken) =>
        (_views, _parents) = (views, taken.Where(t => t.Parent != t.Child).ToLookup(t => t.Child, t => t.Parent));

    /// <summary>The first wording of a family.</summary>
    /// <param name="members">Its quotations by their place in the views, in the order of reports.</param>
    public EarliestWording Of(IReadOnlyList<int> members)
    {
        HashSet<int> reports = [.. members.Select(m => _views[m].Quote.Report)];
        int[] open = [.. members.Where(m => !TookFrom(_views[m].Quote.Report, reports))];
        bool byLineage = open.Length < members.Count;
        (int Report, PublicationDate? Date)[] dates = [.. members.Select(m => _views[m].Quote).DistinctBy(q => q.Report).Select(q => (q.Report, q.Source.Report.Published))];
        int[] first = [.. open.Where(m => !IsPreceded(_views[m].Quote.Report, _views[m].Quote.Source.Report.Published, dates))];
        if (first.Length == 0)
            return new EarliestWording(null, ["which report came first is not known"]);
        int count = first.Select(m => _views[m].Quote.Report).Distinct().Count();
        if (first.Select(m => _views[m].WordsNumber).Distinct().Count() > 1)
        {
            return new EarliestWording(null, [count == 1 ? "the first report words it in two ways"
                : string.Create(CultureInfo.InvariantCulture, $"{count} reports can each have been first, and they word it in different ways")]);
        }
        string why = reports.Count == 1 ? "one report alone has it"
            : count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{count} reports can each have been first, and all have these words")
            : !byLineage ? "its report was published before the others" : first.Length == open.Length ? "the others took text from its report" : "by the dates, and by who took text from whom";
        return new EarliestWording(_views[first[0]].Quote.Index, [why]);
    }

    // True where a report of the family is among those that this one has its text from, however far back.
    private bool TookFrom(int report, HashSet<int> family)
    {
        var seen = new HashSet<int> { report };
        var open = new Stack<int>(_parents[report]);
        while (open.TryPop(out int parent))
        {
            if (!seen.Add(parent))
                continue;
            if (family.Contains(parent))
                return true;
            foreach (int next in _parents[parent])
                open.Push(next);
        }
        return false;
    }

    private static bool IsPreceded(int report, PublicationDate? date, (int Report, PublicationDate? Date)[] others)
    {
        if (date is null)
            return false;
        foreach ((int other, PublicationDate? there) in others)
        {
            if (other != report && there is not null && (there.To < date.From || (there.Instant < date.Instant && there.How != DateSource.Inferred && date.How != DateSource.Inferred)))
                return true;
        }
        return false;
    }
}

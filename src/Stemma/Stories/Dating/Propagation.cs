using Stemma.Annotation;

namespace Stemma.Stories.Dating;

/// <summary>Applies the constraints between reports until nothing changes.</summary>
internal sealed class Propagation
{
    private readonly IReadOnlyList<AnnotatedReport> _reports;
    private readonly IReadOnlyList<IReadOnlyList<DatedMention>> _mentions;
    private readonly IReadOnlyList<DayDomain> _own;
    private readonly IReadOnlyList<DateConstraint> _constraints;
    private readonly IReadOnlyList<string> _ids;
    private readonly HashSet<int> _dropped = [];
    private readonly List<int>[] _neighbours;
    private long _steps;
    private readonly List<string>[] _reasons;
    private readonly List<string>[] _contradictions;

    public Propagation(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<IReadOnlyList<DatedMention>> mentions,
        IReadOnlyList<DayDomain> own, IReadOnlyList<DateConstraint> constraints, IReadOnlyList<string> ids)
    {
        (_reports, _mentions, _own, _constraints, _ids) = (reports, mentions, own, constraints, ids);
        _neighbours = [.. reports.Select(_ => new List<int>())];
        foreach (DateConstraint constraint in constraints)
        {
            _neighbours[constraint.A].Add(constraint.B);
            _neighbours[constraint.B].Add(constraint.A);
        }
        _reasons = [.. reports.Select(_ => new List<string>())];
        _contradictions = [.. reports.Select(_ => new List<string>())];
    }

    /// <summary>The reasons that narrowed a report, the contradictions last.</summary>
    public IReadOnlyList<string> ReasonsOf(int report) => [.. _contradictions[report], .. _reasons[report]];

    /// <summary>The domains when nothing changes any more.</summary>
    public IReadOnlyList<DayDomain> Run()
    {
        long most = MostSteps + (StepsPerConstraint * (long)_constraints.Count);
        for (int attempt = 0; attempt <= MostContradictions && _steps <= most; attempt++)
        {
            DayDomain[] domains = [.. _own.Select(d => d.Copy())];
            foreach (List<string> list in _reasons)
                list.Clear();
            List<int> broken = Spread(domains);
            if (broken.Count == 0)
                return domains;
            foreach (int constraint in broken)
                Drop(constraint);
        }
        foreach (List<string> list in _reasons)
            list.Clear();
        return [.. _own.Select(d => d.Copy())];
    }

    // Gives up links of both reports that a contradiction names, for nobody knows which of them is wrong: first those by days
    // and weeks, which a slip in one word can turn, and only where there are none all links between events.
    private void Drop(int broken)
    {
        DateConstraint culprit = _constraints[broken];
        if (DropHabits(culprit))
            return;
        int[] touching = [.. Enumerable.Range(0, _constraints.Count).Where(c => !_dropped.Contains(c) && Touches(_constraints[c], culprit))];
        int[] fine = [.. touching.Where(c => _constraints[c] is EventConstraint { IsFine: true })];
        bool isLink = culprit is EventConstraint;
        int[] given = fine.Length > 0 ? fine : [.. touching.Where(c => _constraints[c] is EventConstraint || !isLink)];
        string told = given.Contains(broken) ? "given up, for it contradicts the rest: " : "days of the week given up, for they contradict this: ";
        foreach (int report in new[] { culprit.A, culprit.B }.Distinct())
            _contradictions[report].Add(told + culprit.Reason(report, _ids));
        _dropped.UnionWith(given);
    }

    // What holds only nearly always gives way: first in the two reports, then in all that bear on
    // them, for it may have come from there.
    private bool DropHabits(DateConstraint culprit)
    {
        HashSet<int> reached = Reached(culprit);
        int[] habits = [.. Enumerable.Range(0, _constraints.Count).Where(c => _constraints[c].GivesWay && !_dropped.Contains(c) && (reached.Contains(_constraints[c].A) || reached.Contains(_constraints[c].B)))];
        int[] near = [.. habits.Where(c => Touches(_constraints[c], culprit))];
        foreach (int given in near.Length > 0 ? near : habits)
        {
            DateConstraint habit = _constraints[given];
            _dropped.Add(given);
            if (near.Length > 0)
                _contradictions[habit.A].Add("given up, for it contradicts the rest: " + habit.Reason(habit.A, _ids));
        }
        return habits.Length > 0;
    }

    // The undated reports that the constraints join to those of the culprit; a date that is known lets nothing through.
    private HashSet<int> Reached(DateConstraint culprit)
    {
        var reached = new HashSet<int>();
        var next = new Queue<int>([culprit.A, culprit.B]);
        while (next.TryDequeue(out int report))
        {
            if (_reports[report].Report.Published is { IsDay: true } || !reached.Add(report))
                continue;
            foreach (int other in _neighbours[report])
                next.Enqueue(other);
        }
        return reached;
    }

    private static bool Touches(DateConstraint a, DateConstraint b) => a.A == b.A || a.A == b.B || a.B == b.A || a.B == b.B;

    // The numbers of the constraints that left a report without a day. One contradiction may bring forth others beside it, so that
    // of neighbouring ones only the first counts.
    private List<int> Spread(DayDomain[] domains)
    {
        var broken = new List<int>();
        var beside = new HashSet<int>();
        var yearless = new bool[domains.Length];
        // How often each domain has changed, and what of it each constraint has seen: nothing is asked twice of the same days.
        int[] changes = new int[domains.Length];
        var seen = new (int A, int B)[_constraints.Count];
        Array.Fill(seen, (-1, -1));
        for (int round = 0; round < MostRounds; round++)
        {
            bool changed = false;
            for (int i = 0; i < domains.Length; i++)
                changed |= Changed(Yearless(domains, yearless, i), i);
            for (int c = 0; c < _constraints.Count; c++)
            {
                if (_dropped.Contains(c))
                    continue;
                DateConstraint constraint = _constraints[c];
                if (domains[constraint.A].IsEmpty || domains[constraint.B].IsEmpty || seen[c] == (changes[constraint.A], changes[constraint.B]))
                    continue;
                seen[c] = (changes[constraint.A], changes[constraint.B]);
                changed |= Changed(Apply(constraint, constraint.A, domains[constraint.A], domains[constraint.B]), constraint.A);
                if (constraint.A != constraint.B && !domains[constraint.A].IsEmpty)
                    changed |= Changed(Apply(constraint, constraint.B, domains[constraint.B], domains[constraint.A]), constraint.B);
                if ((domains[constraint.A].IsEmpty || domains[constraint.B].IsEmpty) && !beside.Contains(constraint.A) && !beside.Contains(constraint.B))
                {
                    broken.Add(c);
                    beside.UnionWith([constraint.A, constraint.B, .. _neighbours[constraint.A], .. _neighbours[constraint.B]]);
                }
            }
            if (!changed)
                break;
        }
        return broken;

        bool Changed(bool isChanged, int report)
        {
            changes[report] += isChanged ? 1 : 0;
            return isChanged;
        }
    }

    private bool Yearless(DayDomain[] domains, bool[] done, int i)
    {
        if (done[i] || domains[i].IsEmpty || !domains[i].IsExact || _reports[i].Report.Published is not null)
            return false;
        done[i] = true;
        DayDomain before = domains[i].Copy();
        int count = _reasons[i].Count;
        OwnEvidence.ReadYearless(_reports[i], _mentions[i], domains[i], _reasons[i]);
        if (!domains[i].IsEmpty)
            return before.Count != domains[i].Count;
        // Such dates may be of another year or miswritten: where they leave no day they are passed over.
        domains[i] = before;
        _reasons[i].RemoveRange(count, _reasons[i].Count - count);
        _reasons[i].Add("dates without a year in it fit no day of the interval and were passed over");
        return false;
    }

    private bool Apply(DateConstraint constraint, int report, DayDomain own, DayDomain other)
    {
        int before = own.Count;
        _steps++;
        constraint.Narrow(report, own, other);
        bool changed = before != own.Count;
        if (changed && _reports[report].Report.Published is null)
        {
            string reason = constraint.Reason(report, _ids);
            if (!_reasons[report].Contains(reason, StringComparer.Ordinal))
                _reasons[report].Add(reason);
        }
        return changed;
    }

    /// <summary>In passes over all constraints; chains of reports are short.</summary>
    private const int MostRounds = 12;

    /// <summary>In fresh starts after a contradiction; then the reports stand on their own words alone.</summary>
    private const int MostContradictions = 40;

    // In applications of one constraint to one report, over all fresh starts: a few seconds for the largest stories, far above what
    // stories without contradictions need; then the reports stand on their own words alone.
    private const long MostSteps = 500_000, StepsPerConstraint = 12;
}

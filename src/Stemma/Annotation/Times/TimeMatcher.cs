namespace Stemma.Annotation.Times;

/// <summary>Finds the patterns of a grammar in the atoms of one text.</summary>
/// <remarks>
/// A group at a place is matched once and remembered, a group takes its longest rule, and a rule has a bounded number of
/// elements: the work is linear in the number of atoms.
/// </remarks>
internal sealed class TimeMatcher(TimeGrammar grammar, List<TimeAtom> atoms)
{
    private readonly Dictionary<long, (int End, TimeCapture? Capture)> _known = [];

    /// <summary>True where a match of the group can start at the atom; forgets what is known of places before it now and then.</summary>
    public bool CanStart(int group, int at)
    {
        if (_known.Count > MostKnown)
            _known.Clear();
        return grammar.CanStart(group, atoms[at]);
    }

    /// <summary>The longest match of a group from the atom at <paramref name="at"/>, whose end is <paramref name="at"/> where there is none.</summary>
    public (int End, TimeCapture? Capture) Match(int group, int at)
    {
        long key = ((long)at * grammar.Rules.Length) + group;
        if (_known.TryGetValue(key, out (int End, TimeCapture? Capture) known))
            return known;
        (int End, TimeCapture? Capture) best = (at, null);
        TimeCapture? capture = null;
        foreach (TimeRule rule in grammar.Rules[group])
        {
            if (!rule.CanStart(atoms[at]))
                continue;
            capture = capture is { Count: 0 } ? capture : new TimeCapture();
            int end = Run(rule, 0, at, at, capture);
            if (end <= best.End)
            {
                capture.Cut(0);
                continue;
            }
            foreach ((string name, decimal value) in rule.Values)
                capture.Add(name, value);
            if (rule.Kind is null)
                capture.Meaning = capture.Parts.FirstOrDefault();
            else if (rule.Kind.Length > 0 && (capture.Meaning = TimeMeaningBuilder.Build(rule.Kind, capture)) is null)
                continue;
            best = (end, capture);
            capture = null;
        }
        _known[key] = best;
        return best;
    }

    // The end of the match of the elements from the given one on, -1 for none; takes an optional element where it can.
    private int Run(TimeRule rule, int element, int start, int at, TimeCapture capture)
    {
        if (element == rule.Elements.Length)
            return at;
        TimeElement e = rule.Elements[element];
        if (e.Role != ElementRole.Part)
            return Holds(e, start, at) ? Run(rule, element + 1, start, at, capture) : -1;
        int mark = capture.Count;
        foreach (int choice in e.Choices)
        {
            int next = Take(e, choice, start, at, capture);
            int end = next < 0 ? -1 : Run(rule, element + 1, start, next, capture);
            if (end >= 0)
                return end;
            capture.Cut(mark);
        }
        return e.IsOptional ? Run(rule, element + 1, start, at, capture) : -1;
    }

    private int Take(TimeElement e, int choice, int start, int at, TimeCapture capture)
    {
        if (at >= atoms.Count || (at > start && atoms[at].StartsParagraph) || (e.IsGlued && !atoms[at].Glued))
            return -1;
        if (choice >= 0)
        {
            if (!atoms[at].Is(choice, out decimal value))
                return -1;
            if (e.Label is not null)
                capture.Add(e.Label, value);
            return at + 1;
        }
        if (!grammar.CanStart(-1 - choice, atoms[at]))
            return -1;
        (int end, TimeCapture? inner) = Match(-1 - choice, at);
        if (inner is null)
            return -1;
        if (inner.Meaning is not null)
            capture.Add(e.Label, inner.Meaning);
        else
            capture.AddAll(inner);
        return end;
    }

    private bool Holds(TimeElement e, int start, int at)
    {
        bool before = e.Role is ElementRole.Before or ElementRole.NotBefore;
        bool wanted = e.Role is ElementRole.Before or ElementRole.After;
        int place = before ? start - 1 : at;
        bool sameParagraph = place >= 0 && place < atoms.Count && !atoms[before ? start : at].StartsParagraph;
        if (!sameParagraph || (e.IsGlued && !atoms[before ? start : at].Glued))
            return !wanted;
        foreach (int choice in e.Choices)
        {
            if (choice >= 0 ? atoms[place].Is(choice, out _) : !before && grammar.CanStart(-1 - choice, atoms[place]) && Match(-1 - choice, place).Capture is not null)
                return wanted;
        }
        return !wanted;
    }

    /// <summary>In remembered matches: some hundred places.</summary>
    private const int MostKnown = 8192;
}

using System.Buffers;

namespace Stemma.Annotation.Times;

/// <summary>Finds the patterns of a grammar in the atoms of one text.</summary>
/// <remarks>
/// A group at a place is matched once and remembered as long as the places around it are looked at, a group takes its longest rule,
/// and a rule has a bounded number of elements: the work is linear in the number of atoms.
/// </remarks>
internal sealed class TimeMatcher : IDisposable
{
    private readonly TimeGrammar _grammar;
    private readonly TimeAtomList _atoms;

    // Matches by the low bits of their place and group; the key is one more, so that 0 is none.
    private (long Key, int End, TimeCapture? Capture)[] _known;

    // Empty ones for the rules that are tried next, one for each depth at which rules hold groups.
    private readonly Stack<TimeCapture> _spare = [];

    /// <summary>Makes one for a text; what it remembers with is rented, and given back with <see cref="Dispose"/>.</summary>
    public TimeMatcher(TimeGrammar grammar, TimeAtomList atoms)
    {
        (_grammar, _atoms) = (grammar, atoms);
        _known = ArrayPool<(long, int, TimeCapture?)>.Shared.Rent(MostKnown);
        Array.Clear(_known);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<(long, int, TimeCapture?)>.Shared.Return(_known, clearArray: true);
        _known = [];
    }

    /// <summary>The longest match of a whole expression from the atom at <paramref name="at"/>, whose end is <paramref name="at"/> where there is none.</summary>
    public (int End, TimeCapture? Capture) Match(int at) => _grammar.Starts.CanStart(_atoms, at) ? Match(_grammar.Start, at) : (at, null);

    private (int End, TimeCapture? Capture) Match(int group, int at)
    {
        ulong rules = _grammar.Starts.RulesAt(group, _atoms, at);
        if (rules == 0)
            return (at, null);
        long key = ((long)at * _grammar.Rules.Length) + group + 1;
        ref (long Key, int End, TimeCapture? Capture) known = ref _known[key & (MostKnown - 1)];
        if (known.Key == key)
            return (known.End, known.Capture);
        (int End, TimeCapture? Capture) best = (at, null);
        TimeCapture? capture = null;
        while (rules != 0)
        {
            foreach (TimeRule rule in _grammar.Starts.TakeRules(group, ref rules))
            {
                capture ??= _spare.TryPop(out TimeCapture? spare) ? spare : new TimeCapture();
                int end = Run(rule, 0, at, at, capture);
                if (end <= best.End)
                {
                    capture.Cut(0);
                    continue;
                }
                foreach ((string name, decimal value) in rule.Values)
                    capture.Add(name, value);
                if (rule.Kind is null)
                    capture.Meaning = capture.FirstPart;
                else if (rule.Kind.Length > 0 && (capture.Meaning = TimeMeaningBuilder.Build(rule.Kind, capture)) is null)
                {
                    capture.Cut(0);
                    continue;
                }
                best = (end, capture);
                capture = null;
            }
        }
        if (capture is not null)
            _spare.Push(capture);
        known = (key, best.End, best.Capture);
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
        if (at >= _atoms.Count || (at > start && _atoms[at].StartsParagraph) || (e.IsGlued && !_atoms[at].Glued))
            return -1;
        if (choice >= 0)
        {
            if (!_atoms.Is(at, choice, out decimal value))
                return -1;
            if (e.Label is not null)
                capture.Add(e.Label, value);
            return at + 1;
        }
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
        bool sameParagraph = place >= 0 && place < _atoms.Count && !_atoms[before ? start : at].StartsParagraph;
        if (!sameParagraph || (e.IsGlued && !_atoms[before ? start : at].Glued))
            return !wanted;
        foreach (int choice in e.Choices)
        {
            if (choice >= 0 ? _atoms.Is(place, choice, out _) : !before && Match(-1 - choice, place).Capture is not null)
                return wanted;
        }
        return !wanted;
    }

    /// <summary>In remembered matches, a power of two: those of some twenty places, further than a pattern reaches.</summary>
    private const int MostKnown = 1024;
}

using System.Numerics;

namespace Stemma.Annotation.Times;

/// <summary>Which rules of a grammar can match where an atom and the one behind it stand, found before any rule is tried.</summary>
/// <remarks>
/// Most words start no time, and most that could ("the", "a", numbers) are not followed by what a time goes on with. What is said here is
/// never less than what can match: contexts and white space are not looked at. Immutable, safe to share between threads.
/// </remarks>
internal sealed class TimeStarts
{
    private readonly TimeRule[][] _rules;
    private readonly int _classes;

    // For every group and class, at group * _classes + class.
    private readonly Masks[] _masks;

    // Those that a whole expression can start with.
    private readonly ClassPairs _pairs;

    /// <summary>Reads the rules of every group.</summary>
    /// <param name="rules">The rules of every group.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="start">The group of whole expressions.</param>
    /// <param name="nameOf">The name of a group, for a group that holds itself.</param>
    public TimeStarts(TimeRule[][] rules, int classes, int start, Func<int, string> nameOf)
    {
        (_rules, _classes) = (rules, classes);
        _masks = new Masks[rules.Length * classes];
        var known = new ClassPairs?[rules.Length];
        for (int group = 0; group < rules.Length; group++)
            Find(group, known, [], nameOf);
        _pairs = known[start]!;
    }

    /// <summary>True where a whole expression can start with an atom of the class.</summary>
    public bool IsStart(int type) => _pairs.HasFirst(type);

    /// <summary>True where a whole expression can start with the atom and go on with the next.</summary>
    public bool CanStart(TimeAtomList atoms, int atom)
    {
        ReadOnlySpan<(int Class, decimal Value)> next = Behind(atoms, atom);
        foreach (ref readonly (int Class, decimal Value) own in atoms.ClassesOf(atom))
        {
            if (_pairs.HasAlone(own.Class))
                return true;
            foreach (ref readonly (int Class, decimal Value) second in next)
            {
                if (_pairs.Has(own.Class, second.Class))
                    return true;
            }
        }
        return false;
    }

    /// <summary>The rules of the group that can match from the atom on, as a set for <see cref="TakeRules"/>; 0 for none.</summary>
    public ulong RulesAt(int group, TimeAtomList atoms, int atom)
    {
        ReadOnlySpan<Masks> masks = _masks.AsSpan(group * _classes, _classes);
        ulong rules = 0, fitting = 0;
        foreach (ref readonly (int Class, decimal Value) own in atoms.ClassesOf(atom))
        {
            ref readonly Masks mask = ref masks[own.Class];
            rules |= mask.First;
            fitting |= mask.Alone;
        }
        if (rules == fitting)
            return rules;
        foreach (ref readonly (int Class, decimal Value) second in Behind(atoms, atom))
            fitting |= masks[second.Class].Second;
        return rules & fitting;
    }

    /// <summary>Takes the first rules out of a set, in their order.</summary>
    public ReadOnlySpan<TimeRule> TakeRules(int group, ref ulong rules)
    {
        int bit = BitOperations.TrailingZeroCount(rules), each = RulesOfBit(group);
        rules &= rules - 1;
        return _rules[group].AsSpan(bit * each, Math.Min(each, _rules[group].Length - (bit * each)));
    }

    private static ReadOnlySpan<(int Class, decimal Value)> Behind(TimeAtomList atoms, int atom) =>
        atom + 1 < atoms.Count && !atoms[atom + 1].StartsParagraph ? atoms.ClassesOf(atom + 1) : [];

    // Of a group with more rules than a set has bits several rules that follow each other share one.
    private int RulesOfBit(int group) => (_rules[group].Length + BitsOfSet - 1) / BitsOfSet;

    // The pairs of classes that the group can start with. A group must not hold itself: then the depth of a match is that of
    // the table, whatever the text.
    private ClassPairs Find(int group, ClassPairs?[] known, HashSet<int> open, Func<int, string> nameOf)
    {
        if (known[group] is { } done)
            return done;
        if (!open.Add(group))
            throw new InvalidOperationException($"The time rules of “{nameOf(group)}” hold themselves.");
        var all = new ClassPairs(_classes);
        for (int rule = 0; rule < _rules[group].Length; rule++)
        {
            foreach (int inner in _rules[group][rule].Elements.SelectMany(e => e.Choices).Where(c => c < 0))
                Find(-1 - inner, known, open, nameOf);
            ClassPairs pairs = PairsOf(_rules[group][rule], known);
            all.Add(pairs);
            AddTo(_masks.AsSpan(group * _classes, _classes), pairs, 1ul << (rule / RulesOfBit(group)));
        }
        open.Remove(group);
        return known[group] = all;
    }

    private void AddTo(Span<Masks> masks, ClassPairs pairs, ulong bit)
    {
        ulong[] seconds = ClassPairs.Set(_classes);
        foreach (int first in pairs.Firsts)
        {
            masks[first].First |= bit;
            masks[first].Alone |= pairs.HasAlone(first) ? bit : 0;
            ClassPairs.Join(seconds, pairs.Seconds(first));
        }
        for (int second = 0; second < _classes; second++)
            masks[second].Second |= ClassPairs.IsIn(seconds, second) ? bit : 0;
    }

    // The pairs that one rule can start with, from its last element to its first.
    private ClassPairs PairsOf(TimeRule rule, ClassPairs?[] known)
    {
        var pairs = new ClassPairs(_classes);
        // What the elements behind the one looked at can start with, "none" where nothing more need follow.
        ulong[] rest = ClassPairs.Set(_classes);
        ClassPairs.Put(rest, _classes);
        for (int e = rule.Elements.Length - 1; e >= 0; e--)
        {
            TimeElement element = rule.Elements[e];
            if (element.Role != ElementRole.Part)
                continue;
            ClassPairs here = element.IsOptional ? pairs : new ClassPairs(_classes);
            ulong[] starts = element.IsOptional ? [.. rest] : ClassPairs.Set(_classes);
            foreach (int choice in element.Choices)
            {
                if (choice >= 0)
                {
                    here.Add(choice, rest);
                    ClassPairs.Put(starts, choice);
                }
                else
                {
                    here.Add(known[-1 - choice]!, rest);
                    foreach (int first in known[-1 - choice]!.Firsts)
                        ClassPairs.Put(starts, first);
                }
            }
            (pairs, rest) = (here, starts);
        }
        return pairs;
    }

    private const int BitsOfSet = 64;

    // The rules of a group, a bit each, by one class: those that can start with an atom of the class, those whose second atom can be
    // of it, those that can match one such atom alone.
    private struct Masks
    {
        public ulong First, Second, Alone;
    }
}

using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>The same place in what two sentences tell, with what each puts there.</summary>
/// <param name="A">The words of the one.</param>
/// <param name="B">The words of the other.</param>
/// <param name="Verdict">Whether they say the same.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Doubt">What speaks against both being about one thing.</param>
internal readonly record struct Slot(TextSpan A, TextSpan B, ClaimVerdict Verdict, IReadOnlyList<string> Reasons, Doubt Doubt = Doubt.None)
{
    /// <summary>How far the two sentences are the same, 0 to 1; 0 where they were not laid side by side.</summary>
    public double Likeness { get; init; }
}

/// <summary>Finds the places where two like sentences can be compared.</summary>
internal static class SlotFinder
{
    // Limits set by hand on newstree seeds 11-13 (medium; 2026-11: conflicts found .72, .77, .76, pairs right .99) and by reading
    // what is found in ECB+ 1-35; when one changes, run `stemma eval lineage` on newstree and look at conflict recall and precision.

    /// <summary>Likeness at which one sentence is taken to be an edit of the other, so that word stands against word.</summary>
    private const double Edited = .5;

    /// <summary>Likeness at which even what stands at no fixed place in a sentence, such as a date, is compared.</summary>
    private const double SameSentence = .62;

    /// <summary>Likeness at which two sentences in other words still tell one thing, for terms that exclude each other.</summary>
    private const double OneThing = .28;

    /// <summary>Stems in common that such a pair needs.</summary>
    private const int FewestShared = 5;

    /// <summary>In words on each side: in longer gaps the two sentences tell different things.</summary>
    private const int LongestGap = 4;

    /// <summary>In words: how near to a term a word in common must stand.</summary>
    private const int Near = 4;

    /// <summary>The places, in the order of the first sentence.</summary>
    public static IReadOnlyList<Slot> Find(ClaimSentence a, ClaimSentence b, in SentencePair pair, Lexicon lexicon)
    {
        var slots = new List<Slot>();
        if (pair.Likeness >= Edited)
            AddAligned(a, b, pair, lexicon, slots);
        AddCounts(a, b, pair, lexicon, slots);
        Soften(a, b, slots);
        if (pair.Likeness >= OneThing && pair.SharedStems >= FewestShared)
            AddExclusive(a, b, lexicon, slots);
        double likeness = pair.Likeness;
        return [.. slots.Where(s => !(a.IsSpeech(s.A) && b.IsSpeech(s.B))).Select(s => s with { Likeness = likeness }).OrderBy(s => s.A).ThenBy(s => s.B)];
    }

    // Counts that may have grown between the reports are no conflict.
    private static void Soften(ClaimSentence a, ClaimSentence b, List<Slot> slots)
    {
        for (int k = 0; k < slots.Count; k++)
        {
            Slot slot = slots[k];
            if (slot.Verdict == ClaimVerdict.Conflict && a.QuantityAt(slot.A) is { } x && b.QuantityAt(slot.B) is { } y && Updates.May(a, x, b, y))
                slots[k] = slot with { Verdict = ClaimVerdict.Compatible, Reasons = ["counts that go on, told on different days"] };
        }
    }

    // Word against word in an edited sentence.
    private static void AddAligned(ClaimSentence a, ClaimSentence b, in SentencePair pair, Lexicon lexicon, List<Slot> slots)
    {
        IReadOnlyList<AlignedWords> pairs = WordAlignment.Of(a.Words, b.Words, lexicon).Pairs;
        if (pair.Likeness >= SameSentence)
            DateSlots.Add(a, b, lexicon, slots);
        AddGaps(a, b, pairs, lexicon, slots);
        double likeness = pair.Likeness;
        for (int k = 0; k < slots.Count; k++)
        {
            if (slots[k].Verdict == ClaimVerdict.Conflict)
                slots[k] = slots[k] with { Doubt = OtherThings.Doubt(a, b, pairs, slots[k], likeness, lexicon) };
        }
    }

    private static void AddGaps(ClaimSentence a, ClaimSentence b, IReadOnlyList<AlignedWords> pairs, Lexicon lexicon, List<Slot> slots)
    {
        int i = 0, j = 0;
        for (int k = 0; k <= pairs.Count; k++)
        {
            (int endA, int endB) = k < pairs.Count ? (pairs[k].A, pairs[k].B) : (a.Words.Length, b.Words.Length);
            if (pairs.Count > 0 && endA > i && endB > j && endA - i <= LongestGap && endB - j <= LongestGap)
                AddGap(a, b, (i, endA), (j, endB), lexicon, slots);
            if (k < pairs.Count && TryQuantity(a, pairs[k].A, out Quantity x) && TryQuantity(b, pairs[k].B, out Quantity y)
                && x.Value == y.Value && x.IsOrdinal == y.IsOrdinal && x.Counted is not null && !IsTaken(slots, x.Span, y.Span))
            {
                slots.Add(new Slot(x.Span, y.Span, ClaimVerdict.Agree, ["the same number in the same place"]));
            }
            (i, j) = (endA + 1, endB + 1);
        }
    }

    private static bool IsTaken(List<Slot> slots, TextSpan a, TextSpan b) => slots.Exists(s => s.Doubt == Doubt.None && (s.A.Overlaps(a) || s.B.Overlaps(b)));

    private static void AddGap(ClaimSentence a, ClaimSentence b, (int From, int To) inA, (int From, int To) inB, Lexicon lexicon, List<Slot> slots)
    {
        Quantity[] left = [.. a.Quantities.Where(q => q.FirstWord >= inA.From && q.FirstWord < inA.To)], right = [.. b.Quantities.Where(q => q.FirstWord >= inB.From && q.FirstWord < inB.To)];
        if (left.Length == 1 && right.Length == 1)
        {
            if (!IsTaken(slots, left[0].Span, right[0].Span) && NumberSlots.CanBeCompared(a, left[0], inA, b, right[0], inB) && QuantityComparison.Compare(left[0], right[0]) is { } verdict)
                slots.Add(new Slot(left[0].Span, right[0].Span, verdict.Verdict, [$"{verdict.Reason} in the same place of a sentence that is else the same"]));
            return;
        }
        if (left.Length + right.Length > 0)
            return;
        if (Name(a, inA) is { } x && Name(b, inB) is { } y)
        {
            if (x.Id < 0 || x.Id != y.Id)
                AddNames(a, b, x.Span, y.Span, slots);
            return;
        }
        for (int i = inA.From; i < inA.To; i++)
        {
            for (int j = inB.From; j < inB.To; j++)
            {
                if (Exclude(a, b, a.Words[i], b.Words[j], lexicon) && !DateSlots.MayBeOne(a, a.Words[i].Span, b, b.Words[j].Span) && !IsTaken(slots, a.Words[i].Span, b.Words[j].Span))
                    slots.Add(new Slot(a.Words[i].Span, b.Words[j].Span, ClaimVerdict.Conflict, [$"“{a.Say(a.Words[i].Span)}” and “{b.Say(b.Words[j].Span)}” exclude each other, in the same place of a sentence that is else the same"]));
            }
        }
    }

    // Two persons in the same role: other names, not other spellings of one and not both in both sentences.
    private static void AddNames(ClaimSentence a, ClaimSentence b, TextSpan x, TextSpan y, List<Slot> slots)
    {
        string left = a.Say(x), right = b.Say(y);
        bool spelling = NameSpelling.IsSame(left, right);
        string[] partsOfA = left.Split(' '), partsOfB = right.Split(' ');
        // "Smith" and "Anna Smith" are one, "Anna Smith" and "Peter Smith" two.
        if (!spelling && partsOfA.Intersect(partsOfB, StringComparer.OrdinalIgnoreCase).Any()
            && (partsOfA.Length < 2 || partsOfB.Length < 2 || partsOfA[^1] != partsOfB[^1] || !ShortNames.AreOfTwo(partsOfA[0], partsOfB[0])))
        {
            return;
        }
        if (!spelling && (IsElsewhere(b, left, right) || IsElsewhere(a, right, left)))
            return;
        slots.Add(spelling
            ? new Slot(x, y, ClaimVerdict.Compatible, [$"“{left}” and “{right}” are spellings of one name"])
            : new Slot(x, y, ClaimVerdict.Conflict, [$"two persons in the same place of a sentence that is else the same: “{left}” and “{right}”"]));
    }

    // "Ann Berg is accused of the murder of Eva Berg": what sets the one name apart from the other stands in the other sentence too.
    private static bool IsElsewhere(ClaimSentence sentence, string name, string but)
    {
        string[] parts = [.. name.Split(' ').Except(but.Split(' '), StringComparer.OrdinalIgnoreCase)];
        return parts.Length > 0 && parts.All(p => sentence.Words.Any(w => w.IsCapital && string.Equals(w.Form, p, StringComparison.OrdinalIgnoreCase)));
    }

    // Counts of the same thing in sentences that share two names or more and tell one thing.
    private static void AddCounts(ClaimSentence a, ClaimSentence b, in SentencePair pair, Lexicon lexicon, List<Slot> slots)
    {
        if (Scores.Compare(a, b) is { } score && !IsTaken(slots, score.A, score.B))
            slots.Add(score);
        foreach (Quantity x in a.Quantities)
        {
            foreach (Quantity y in b.Quantities)
            {
                bool taken = IsTaken(slots, x.Span, y.Span);
                if (!taken && x.IsOrdinal == y.IsOrdinal && pair.Likeness >= OneThing && CountRelations.CountTheSame(a, x, b, y) && x.Value == y.Value && !a.IsDated(x.Span) && !b.IsDated(y.Span))
                    slots.Add(new Slot(x.Span, y.Span, ClaimVerdict.Agree, [$"both count the same of the same names: “{a.Say(x.Span)}” and “{b.Say(y.Span)}”"]));
                else if (!taken && NumberSlips.Find(a, x, b, y) is { } slip)
                    slots.Add(new Slot(x.Span, y.Span, ClaimVerdict.Conflict, [$"“{a.Say(x.Span)}” and “{b.Say(y.Span)}” in sentences that tell one thing: {slip}"]));
                else if (!taken && CountFrames.Compare(a, x, b, y, lexicon) is { } verdict)
                    slots.Add(new Slot(x.Span, y.Span, verdict.Verdict, [$"both tell “{a.Say(x.Span)}” and “{b.Say(y.Span)}” of one thing: {verdict.Reason}"]));
            }
        }
    }

    // One pair of terms that exclude each other, each near a word in common, in sentences that tell one thing in other words.
    private static void AddExclusive(ClaimSentence a, ClaimSentence b, Lexicon lexicon, List<Slot> slots)
    {
        var found = new List<Slot>();
        for (int i = 0; i < a.Words.Length; i++)
        {
            ComparableWord x = a.Words[i];
            if (!x.IsContent || b.Has(x.Stem) || a.IsCapital(x.Span) || a.IsDated(x.Span) || !HasCommonNear(a, b, i))
                continue;
            for (int j = 0; j < b.Words.Length; j++)
            {
                ComparableWord y = b.Words[j];
                if (y.IsContent && !a.Has(y.Stem) && !b.IsCapital(y.Span) && HasCommonNear(b, a, j) && Exclude(a, b, x, y, lexicon))
                    found.Add(new Slot(x.Span, y.Span, ClaimVerdict.Conflict, [$"“{a.Say(x.Span)}” and “{b.Say(y.Span)}” exclude each other, in sentences that tell one thing"]));
            }
        }
        if (found.Count == 1 && !IsTaken(slots, found[0].A, found[0].B))
            slots.Add(found[0]);
    }

    private static bool HasCommonNear(ClaimSentence own, ClaimSentence other, int index)
    {
        for (int i = Math.Max(0, index - Near); i <= index + Near && i < own.Words.Length; i++)
        {
            if (i != index && own.Words[i].IsContent && other.Has(own.Words[i].Stem))
                return true;
        }
        return false;
    }

    private static bool Exclude(ClaimSentence a, ClaimSentence b, in ComparableWord x, in ComparableWord y, Lexicon lexicon) =>
        x.IsContent && y.IsContent && a.IsCapital(x.Span) == b.IsCapital(y.Span) && !b.Has(x.Stem) && !a.Has(y.Stem)
        && lexicon.AreExclusive(x.Form, y.Form);

    private static bool TryQuantity(ClaimSentence sentence, int word, out Quantity quantity)
    {
        foreach (Quantity candidate in sentence.Quantities)
        {
            if (candidate.FirstWord == word)
            {
                quantity = candidate;
                return true;
            }
        }
        quantity = default;
        return false;
    }

    // The person's name that the gap consists of, null where it is anything else.
    private static (TextSpan Span, int Id)? Name(ClaimSentence sentence, (int From, int To) gap)
    {
        var span = new TextSpan(sentence.Words[gap.From].Span.Start, sentence.Words[gap.To - 1].Span.End);
        foreach ((TextSpan name, int id) in sentence.Persons)
        {
            if (name.Contains(span))
                return (name, id);
        }
        return null;
    }
}

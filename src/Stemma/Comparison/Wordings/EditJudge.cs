using System.Buffers;
using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Comparison.Wordings;

/// <summary>Tells of the words that differ between two wordings what they change.</summary>
/// <remarks>
/// Rules over tables: the words of meaning-words.tsv, names, numbers and WordNet's relations. Words of which no table knows how they stand to
/// each other are another word where one stands for one, and left open where several stand for several.
/// </remarks>
internal sealed class EditJudge(WordingSide a, WordingSide b, Lexicon lexicon, MeaningWords meanings)
{
    /// <summary>In words of content on each side: up to so many are set one against one, more are told to be said otherwise.</summary>
    private const int FewWords = 2;

    /// <summary>In words of content: so many that come or go together are a clause, whose own "not" and "may" are none of what is kept.</summary>
    private const int Clause = 2;

    private static readonly MeaningClass[] s_oneSided = [MeaningClass.Condition, MeaningClass.Modal, MeaningClass.Quantity, MeaningClass.Measure, MeaningClass.Hedge, MeaningClass.Degree];

    /// <summary>Judges two runs of words, of which one may be empty.</summary>
    public (EditNature Nature, string Note) Judge(Range runA, Range runB)
    {
        var findings = new List<(EditNature Nature, string Note)>();
        Run left = Look(a, runA), right = Look(b, runB);
        if (IsClause(left, right, a) || IsClause(right, left, b))
        {
            (Run whole, WordingSide side) = left.Count > 0 ? (left, a) : (right, b);
            Clauses(whole, side, left.Count > 0, findings);
        }
        else
        {
            if (!Negations(left, right, findings))
                Labels(left, right, findings);
            Names(left, right, findings);
            Numbers(left, right, findings);
            Content(left, right, findings);
        }
        EditNature gravest = findings.Count == 0 ? EditNature.FunctionWord : findings.Max(f => f.Nature);
        IEnumerable<string> notes = findings.Where(f => f.Nature == gravest || f.Nature.Effect() == MeaningEffect.Changed).OrderByDescending(f => f.Nature).Select(f => f.Note).Distinct(StringComparer.Ordinal);
        return (gravest, string.Join("; ", notes));
    }

    /// <summary>Judges two words that an alignment set against each other: forms of one word, or words that mean the same.</summary>
    public (EditNature Nature, string Note) JudgePair(int wordA, int wordB)
    {
        string x = a.Words[wordA].Form, y = b.Words[wordB].Form;
        var findings = new List<(EditNature Nature, string Note)>();
        Run left = Look(a, wordA..(wordA + 1)), right = Look(b, wordB..(wordB + 1));
        _ = Negations(left, right, findings);
        Labels(left, right, findings);
        (EditNature Nature, string Note) words = lexicon.AreOpposites(x, y) || meanings.AreContrary(x, y) ? (EditNature.Opposite, $"{x} → {y}: the opposite")
            : string.Equals(a.Words[wordA].Stem, b.Words[wordB].Stem, StringComparison.Ordinal) ? (EditNature.Inflection, "another form of the word")
            : lexicon.AreSynonyms(x, y) ? (EditNature.Synonym, "a near-synonym") : (EditNature.Synonym, "a word of the same root");
        findings.Add(words);
        return findings.OrderByDescending(f => f.Nature).First();
    }

    // What is looked at of a run: phrases of meaning, names, numbers, and what other content there is.
    private sealed record Run(Range Range, int First, int Count, (int Start, MeaningWord Word)[] Phrases, int[] Names, string[] Numbers, int[] Content)
    {
        public bool Has(MeaningClass kind) => Phrases.Any(p => p.Word.Class == kind);

        public string[] Labels(MeaningClass kind) => [.. Phrases.Where(p => p.Word.Class == kind).Select(p => p.Word.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static Run Look(WordingSide side, Range range)
    {
        (int first, int count) = range.GetOffsetAndLength(side.Words.Length);
        (int Start, MeaningWord Word)[] phrases = [.. side.Phrases(range)];
        var names = new List<int>();
        var numbers = new List<string>();
        var content = new List<int>();
        for (int i = first; i < first + count; i++)
        {
            ref readonly ComparableWord word = ref side.Words[i];
            if (char.IsAsciiDigit(word.Form[0]) && word.IsContent)
                numbers.Add(word.Form);
            else if (side.NameAt(i) >= 0)
                names.Add(i);
            else if (word.IsContent && !phrases.Any(p => p.Word.Class is not (MeaningClass.Plain or MeaningClass.Lexical) && i >= p.Start && i < p.Start + p.Word.Length))
                content.Add(i);
        }
        return new Run(range, first, count, phrases, [.. names], [.. numbers], [.. content]);
    }

    private static bool IsClause(Run run, Run other, WordingSide side)
    {
        if (other.Count > 0 || run.Count == 0 || run.Count == side.Words.Length)
            return false;
        // What a comma parts from the rest, or "and" and "but" join to it, is a clause however short.
        bool joined = run.First > 0 && run.Count > 1 && (IsParted(side.Before(run.First)) || (Vocabulary.English.ClassOf(side.Words[run.First].Form) & (WordClass.Coordinator | WordClass.Relative)) != WordClass.None);
        bool parted = run.First == 0 && run.Count > 1 && IsParted(side.Before(run.Count));
        return joined || parted || run.Content.Length + run.Names.Length >= Clause;
    }

    // Words that came or went as a clause: what it says of itself is no matter, but what it says of the rest is.
    private static void Clauses(Run run, WordingSide side, bool gone, List<(EditNature, string)> findings)
    {
        bool leads = run.First == 0, ends = run.First + run.Count == side.Words.Length;
        if (run.Phrases is [{ Word.Class: MeaningClass.Condition } condition, ..] && condition.Start <= run.First + 1)
            findings.Add((EditNature.Condition, gone ? "the condition is gone" : "a condition is new"));
        else if (leads && !ends && !IsParted(side.Before(run.First + run.Count)))
            Over(MeaningClass.Negation, EditNature.Negation, "not");
        findings.Add(gone ? (EditNature.Omission, "words left out") : (EditNature.Addition, "words added"));

        // "I do not think that" bears on what follows it.
        void Over(MeaningClass kind, EditNature nature, string word)
        {
            if (run.Has(kind))
                findings.Add((nature, gone ? $"a “{word}” before it is gone" : $"a “{word}” before it is new"));
            if (run.Has(MeaningClass.Hedge))
                findings.Add((EditNature.Hedge, $"“{run.Labels(MeaningClass.Hedge)[0]}” {(gone ? "is gone" : "is new")}"));
        }
    }

    private static bool IsParted(ReadOnlySpan<char> between) => between.ContainsAny(s_partingMarks);

    private static readonly SearchValues<char> s_partingMarks = SearchValues.Create(",;:.!?…–—");

    // True where the negation went into a word of the other side, or came out of it: then its "possible" is no other than "impossible".
    private bool Negations(Run left, Run right, List<(EditNature, string)> findings)
    {
        bool inA = left.Has(MeaningClass.Negation), inB = right.Has(MeaningClass.Negation);
        if (inA == inB)
            return false;
        Run with = inA ? left : right, without = inA ? right : left;
        WordingSide side = inA ? a : b;
        bool inTheWord = without.Has(MeaningClass.Lexical) || Opposite(Words(left), Words(right)) is not null;
        (int start, MeaningWord word) = with.Phrases.First(p => p.Word.Class == MeaningClass.Negation);
        string negation = side.Text(start..Math.Min(start + word.Length, side.Words.Length));
        findings.Add(inTheWord ? (EditNature.Rephrased, $"“{negation}” for a word that holds it") : (EditNature.Negation, $"“{negation}” is {(inA ? "gone" : "new")}"));
        return inTheWord;
    }

    private static EditNature NatureOf(MeaningClass kind) => kind switch
    {
        MeaningClass.Condition => EditNature.Condition,
        MeaningClass.Modal => EditNature.Modality,
        MeaningClass.Hedge => EditNature.Hedge,
        MeaningClass.Degree => EditNature.Degree,
        _ => EditNature.Quantity,
    };

    /// <summary>The label of what lies ahead: with it or without, English tells the future, so that its coming or going alone is a tense.</summary>
    private const string Ahead = "to come";

    private static void Labels(Run left, Run right, List<(EditNature, string)> findings)
    {
        foreach (MeaningClass kind in s_oneSided)
        {
            string[] inA = left.Labels(kind), inB = right.Labels(kind);
            if (inA.SequenceEqual(inB, StringComparer.Ordinal))
                continue;
            string[] gone = [.. inA.Except(inB, StringComparer.Ordinal)], come = [.. inB.Except(inA, StringComparer.Ordinal)];
            if (kind == MeaningClass.Modal && inA.Length + inB.Length == 1 && (inA is [Ahead] || inB is [Ahead]))
                findings.Add((EditNature.Inflection, "another tense"));
            else if (gone.Length > 0 && come.Length > 0)
                findings.Add((NatureOf(kind), $"{gone[0]} → {come[0]}"));
            else if (kind == MeaningClass.Modal)
                findings.Add((NatureOf(kind), gone.Length > 0 ? $"{gone[0]} → told as fact" : $"told as fact → {come[0]}"));
            else
                findings.Add((NatureOf(kind), gone.Length > 0 ? $"“{gone[0]}” is gone" : $"“{come[0]}” is new"));
        }
        foreach ((MeaningClass kind, EditNature nature) in new[] { (MeaningClass.Person, EditNature.Name), (MeaningClass.Relation, EditNature.Opposite) })
        {
            string[] inA = left.Labels(kind), inB = right.Labels(kind);
            if (inA.Length == 1 && inB.Length == 1 && inA[0] != inB[0])
                findings.Add((nature, $"{inA[0]} → {inB[0]}"));
        }
    }

    private void Names(Run left, Run right, List<(EditNature, string)> findings)
    {
        if (left.Names.Length == 0 && right.Names.Length == 0)
            return;
        string[] x = [.. left.Names.Select(i => a.Words[i].Form.ToLowerInvariant())], y = [.. right.Names.Select(i => b.Words[i].Form.ToLowerInvariant())];
        if (x.Length == 0 || y.Length == 0)
        {
            (Run run, WordingSide side, Run other) = x.Length > 0 ? (left, a, right) : (right, b, left);
            if (other.Content.Length > 0)
                findings.Add((EditNature.Rephrased, "a name on one side only"));
            else
                findings.Add(Array.TrueForAll(run.Names, i => GoesOn(side, run, i)) ? (EditNature.NameForm, "a fuller or shorter name") : x.Length > 0 ? (EditNature.Omission, "a name left out") : (EditNature.Addition, "a name added"));
            return;
        }
        string wordsA = a.Text(left.Names[0]..(left.Names[^1] + 1)), wordsB = b.Text(right.Names[0]..(right.Names[^1] + 1));
        findings.Add(x.Intersect(y, StringComparer.Ordinal).Any() || NameForms.AreOne(wordsA, wordsB)
            ? (EditNature.NameForm, "another form of the name") : (EditNature.Name, $"{wordsA} → {wordsB}: another name"));
    }

    // True where the name of this word has words outside of the run.
    private static bool GoesOn(WordingSide side, Run run, int word)
    {
        int name = side.NameAt(word), before = run.First - 1, after = run.First + run.Count;
        return (before >= 0 && side.NameAt(before) == name) || (after < side.Words.Length && side.NameAt(after) == name);
    }

    private static void Numbers(Run left, Run right, List<(EditNature, string)> findings)
    {
        if (left.Numbers.SequenceEqual(right.Numbers, StringComparer.Ordinal))
            return;
        if (left.Numbers.Length > 0 && right.Numbers.Length > 0)
            findings.Add((EditNature.Number, $"{left.Numbers.Except(right.Numbers, StringComparer.Ordinal).FirstOrDefault() ?? left.Numbers[0]} → {right.Numbers.Except(left.Numbers, StringComparer.Ordinal).FirstOrDefault() ?? right.Numbers[0]}"));
        else
            findings.Add(left.Numbers.Length > 0 ? (EditNature.Omission, $"without “{left.Numbers[0]}”") : (EditNature.Addition, $"with “{right.Numbers[0]}”"));
    }

    private void Content(Run left, Run right, List<(EditNature, string)> findings)
    {
        if (left.Content.Length == 0 && right.Content.Length == 0)
            return;
        if (right.Content.Length == 0)
            findings.Add(right.Names.Length > 0 ? (EditNature.Rephrased, "said otherwise") : (EditNature.Omission, "words left out"));
        else if (left.Content.Length == 0)
            findings.Add(left.Names.Length > 0 ? (EditNature.Rephrased, "said otherwise") : (EditNature.Addition, "words added"));
        else if (Opposite(left.Content, right.Content) is { } opposite)
            findings.Add(left.Has(MeaningClass.Negation) == right.Has(MeaningClass.Negation) ? (EditNature.Opposite, opposite) : (EditNature.Rephrased, "said otherwise"));
        else if (left.Content.Length == right.Content.Length && left.Content.Length <= FewWords)
            findings.Add(OneForOne(left, right));
        else
            findings.Add((EditNature.Rephrased, "said otherwise"));
    }

    private (EditNature, string) OneForOne(Run left, Run right)
    {
        (EditNature Nature, string Note) gravest = (EditNature.Synonym, "a near-synonym");
        foreach ((int i, int j) in left.Content.Zip(right.Content))
        {
            string x = a.Words[i].Form, y = b.Words[j].Form;
            (EditNature Nature, string Note) found = string.Equals(a.Words[i].Stem, b.Words[j].Stem, StringComparison.Ordinal) || lexicon.AreSynonyms(x, y) || lexicon.AreDerived(x, y) ? gravest
                : meanings.IsLight(x) && meanings.IsLight(y) ? (EditNature.Rephrased, "a verb that says little by itself")
                : lexicon.NearnessOf(x, y) switch
                {
                    Nearness.Same => (EditNature.Synonym, "a near-synonym in one of its senses"),
                    Nearness.Broader => (EditNature.Rephrased, $"{x} → {y}: a broader or narrower word"),
                    _ when !meanings.HasDictionary => (EditNature.Rephrased, "another word"),
                    _ => (EditNature.OtherWord, lexicon.AreSisters(x, y) ? $"{x} → {y}: another thing of its kind" : $"{x} → {y}: not known as near-synonyms"),
                };
            if (found.Nature > gravest.Nature)
                gravest = found;
        }
        return gravest;
    }

    private static int[] Words(Run run) => [.. Enumerable.Range(run.First, run.Count)];

    private string? Opposite(int[] inA, int[] inB)
    {
        if (inA.Length > WordsCompared || inB.Length > WordsCompared)
            return null;
        foreach (int i in inA)
        {
            foreach (int j in inB)
            {
                string x = a.Words[i].Form, y = b.Words[j].Form;
                if (lexicon.AreOpposites(x, y) || meanings.AreContrary(x, y))
                    return $"{x} → {y}: the opposite";
            }
        }
        return null;
    }

    /// <summary>In words on a side: longer runs are no word against word.</summary>
    private const int WordsCompared = 8;
}

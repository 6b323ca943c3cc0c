using Stemma.Comparison;
using Stemma.Comparison.Passages;
using Stemma.Languages;

namespace Stemma.Stories.Lineage;

/// <summary>How many changes make one wording of a sentence of another; a word replaced by any other counts 1.</summary>
/// <remarks>Keeps what it has computed; not safe to share between threads.</remarks>
internal sealed class WordingCosts
{
    // In changes; fitted with the bits of CopyCost; re-run "stemma eval lineage" when one changes.

    /// <summary>Another form of the same word ("closes" for "closed").</summary>
    private const double OtherInflection = 1.1;

    /// <summary>A synonym in the same place: two editors who change the word may well choose the same one.</summary>
    private const double Synonym = 0.33;

    /// <summary>A number for another: nobody changes it the same way by chance.</summary>
    private const double OtherNumber = 3.7;

    /// <summary>A function word for another ("which" for "that").</summary>
    private const double OtherFunctionWord = 0.46;

    /// <summary>What a replacement inside quotation marks counts more: editors leave those words alone.</summary>
    private const double InQuotation = 0.27;

    /// <summary>A run of words that stands elsewhere.</summary>
    private const double MovedRun = 0.41;

    /// <summary>A run of words put in; the words themselves are counted by <see cref="Put"/>.</summary>
    private const double NewRun = 0.55;

    /// <summary>A run of words left out, each of its words, and at most.</summary>
    private const double LeftOutRun = 0.21;

    private const double LeftOutWord = 0.1;

    private const double MostLeftOut = 1.4;

    /// <summary>In wordings of one sentence: how many are compared to find out which replacements are rules.</summary>
    private const int MostCompared = 16;

    private readonly StorySentences _sentences;
    private readonly StoryVocabulary _vocabulary;
    private readonly WordingAligner _aligner = new();
    private readonly Dictionary<ulong, (double Changes, double Put, int Forms, StyleChanges Style, bool Quoted, bool Reworded)> _known = [];
    private readonly Dictionary<(int, int), int> _sentencesWith = [];
    private readonly Dictionary<int, StyleChanges> _kept = [];

    public WordingCosts(StorySentences sentences, StoryVocabulary vocabulary)
    {
        _sentences = sentences;
        _vocabulary = vocabulary;
        CountReplacements();
    }

    /// <summary>How many changes make the one wording of the other.</summary>
    public double Between(int from, int to) => from == to ? 0 : Known(from, to).Changes;

    /// <summary>In bits: the words that are put in and stand for no other.</summary>
    public double Put(int from, int to) => from == to ? 0 : Known(from, to).Put;

    /// <summary>How many of the words that both have are written in another way that follows no rule.</summary>
    public int Forms(int from, int to) => from == to ? 0 : Known(from, to).Forms;

    /// <summary>Where the copy keeps and where it changes what is written by rule.</summary>
    public StyleChanges Style(int from, int to)
    {
        if (from != to)
            return Known(from, to).Style;
        if (!_kept.TryGetValue(from, out StyleChanges style))
        {
            foreach (WordedWord word in _sentences[from].Words)
                style.Add(_vocabulary.TraitOf(word.Form), false);
            _kept.Add(from, style);
        }
        return style;
    }

    private bool IsOtherForm(WordedWord from, WordedWord to) => from.Form != to.Form && _vocabulary.TraitOf(from.Form) == StyleTrait.None;

    private StyleChanges StyleOf(WordingAlignment alignment, WordedWord[] words, WordedWord[] others)
    {
        var style = default(StyleChanges);
        foreach ((int from, int to) in alignment.Same)
            style.Add(_vocabulary.TraitOf(words[from].Form), words[from].Form != others[to].Form);
        return style;
    }

    /// <summary>True where both quote at one place of the sentence, in other words: one is no cut of the other.</summary>
    public bool AreReworded(int from, int to) => from != to && Known(from, to).Reworded;

    /// <summary>True where both quote at one place of the sentence.</summary>
    public bool BothQuote(int from, int to) => Known(from, to).Quoted;

    /// <summary>Aligns two wordings.</summary>
    public WordingAlignment Align(int from, int to) => _aligner.Align(_sentences[from].Words, _sentences[to].Words);

    private (double Changes, double Put, int Forms, StyleChanges Style, bool Quoted, bool Reworded) Known(int from, int to)
    {
        if (!_known.TryGetValue(PairKey.Of(from, to), out (double, double, int, StyleChanges, bool, bool) known))
        {
            WordingAlignment alignment = Align(from, to);
            WordedWord[] words = _sentences[from].Words, others = _sentences[to].Words;
            known = (Changes(alignment, words, others), alignment.Gaps.Sum(g => PutIn(g, others)), alignment.Same.Count(p => IsOtherForm(words[p.From], others[p.To])), StyleOf(alignment, words, others), Quotes(alignment, words, others, out bool reworded), reworded);
            _known.Add(PairKey.Of(from, to), known);
        }
        return known;
    }

    private double Changes(WordingAlignment alignment, WordedWord[] from, WordedWord[] to) =>
        (MovedRun * alignment.Moved.Count) + alignment.Gaps.Sum(gap => ChangesIn(gap, from, to));

    private double ChangesIn(WordingGap gap, WordedWord[] from, WordedWord[] to)
    {
        double cost = 0;
        int pairs = Math.Min(gap.From.Length, gap.To.Length);
        Span<bool> used = stackalloc bool[Math.Min(gap.From.Length, MostInGap)];
        int left = pairs;
        for (int t = 0; t < gap.To.Length && left > 0; t++)
        {
            WordedWord word = to[gap.To[t]];
            double best = double.PositiveInfinity;
            int with = -1;
            for (int f = 0; f < used.Length; f++)
            {
                if (used[f])
                    continue;
                WordedWord other = from[gap.From[f]];
                double price = Replacement(other.Stem, word.Stem);
                if (with < 0 || price < best)
                    (best, with) = (price, f);
            }
            if (with < 0)
                break;
            used[with] = true;
            left--;
            WordedWord replaced = from[gap.From[with]];
            cost += (best * Rule(replaced.Word, word.Word)) + (replaced.InMarks && word.InMarks ? InQuotation : 0);
        }
        int put = gap.To.Length - (pairs - left), leftOut = gap.From.Length - (pairs - left);
        if (put > 0)
            cost += NewRun;
        if (leftOut > 0)
            cost += Math.Min(MostLeftOut, LeftOutRun + (LeftOutWord * leftOut));
        return cost;
    }

    /// <summary>In words: how many of a gap are paired at most.</summary>
    private const int MostInGap = 64;

    // Which words stand for none is not known: the part of all that has no partner.
    private double PutIn(WordingGap gap, WordedWord[] to) =>
        gap.To.Length <= gap.From.Length ? 0 : gap.To.Sum(t => _sentences.PutPrice(to[t])) * (gap.To.Length - gap.From.Length) / gap.To.Length;

    private double Replacement(int from, int to)
    {
        if (from == to)
            return OtherInflection;
        if (_vocabulary.IsNumber(from) && _vocabulary.IsNumber(to))
            return OtherNumber;
        if (_vocabulary.IsStopWord(from) && _vocabulary.IsStopWord(to))
            return OtherFunctionWord;
        return _vocabulary.AreSynonyms(from, to) ? Synonym : 1;
    }

    // A replacement that is made in several sentences is a rule of the house: it counts once for all of them.
    /// <summary>About what it costs, in bits, that one word stands for another.</summary>
    public double BitsFor(WordedWord from, WordedWord to) => from.Word != to.Word
        ? CopyCost.ChangeBits * ((Replacement(from.Stem, to.Stem) * Rule(from.Word, to.Word)) + (from.InMarks && to.InMarks ? InQuotation : 0))
        : from.Form != to.Form ? LostTexts.FormCounts : 0;

    private double Rule(int from, int to) => 1.0 / _sentencesWith.GetValueOrDefault((Math.Min(from, to), Math.Max(from, to)), 1);

    // A replacement of one word by one other, by the number of sentences in which some report made it.
    private void CountReplacements()
    {
        var seen = new HashSet<(int, int)>();
        for (int s = 0; s < _sentences.Count; s++)
        {
            int[] wordings = [.. _sentences.Holders[s].Select(r => _sentences.Outlines[r]).Select(o => o.Wordings[o.PlaceOf(s)]).Distinct().Take(MostCompared)];
            seen.Clear();
            for (int i = 0; i < wordings.Length; i++)
            {
                for (int j = i + 1; j < wordings.Length; j++)
                {
                    WordedWord[] from = _sentences[wordings[i]].Words, to = _sentences[wordings[j]].Words;
                    foreach (WordingGap gap in _aligner.Align(from, to).Gaps)
                    {
                        if (gap.From.Length != 1 || gap.To.Length != 1)
                            continue;
                        int x = from[gap.From[0]].Word, y = to[gap.To[0]].Word;
                        seen.Add((Math.Min(x, y), Math.Max(x, y)));
                    }
                }
            }
            foreach ((int, int) pair in seen)
                _sentencesWith[pair] = _sentencesWith.GetValueOrDefault(pair) + 1;
        }
    }

    // Whether both quote at one place of the sentence, and whether one has other words there: a cut or a longer quotation is no
    // other wording.
    private static bool Quotes(WordingAlignment alignment, WordedWord[] from, WordedWord[] to, out bool reworded)
    {
        reworded = alignment.Gaps.Any(gap => gap.From.Any(f => from[f].InMarks) && gap.To.Any(t => to[t].InMarks));
        return reworded || alignment.Same.Any(pair => from[pair.From].InMarks && to[pair.To].InMarks);
    }
}

namespace Stemma.Stories.Lineage;

/// <summary>
/// What it takes to write a text from one or two sources, in bits. The lineage of a story is the one in which all reports
/// together cost least (minimum description length). The costs are asymmetric: leaving out is cheap and making up is dear, so
/// that a copy points to its source.
/// </summary>
internal sealed class CopyCost(StorySentences sentences, WordingCosts wordings)
{
    // In bits; fitted together with those of the other costs on generated stories whose sources are known, and rounded
    // (docs/decisions/lineage-by-cost.md tells how). Re-run "stemma eval lineage" when one changes.

    /// <summary>The part of the words that an editor may change at all: content words, about.</summary>
    private const double Changeable = 0.11;

    /// <summary>A word in another house style, and at most: houses differ in a few rules only.</summary>
    private const double OtherForm = 1.1;

    private const double MostForms = 6.8;

    /// <summary>About what a change costs.</summary>
    public const double ChangeBits = 4;

    /// <summary>In words: so much of its own a copy may well add; and what each word beyond costs more.</summary>
    private const int UsualOwn = 40;

    private const double ExcessWord = 0.02;

    /// <summary>A run of new sentences, beside its words.</summary>
    private const double NewRun = 4.2;

    /// <summary>A run of sentences left out.</summary>
    private const double LeftOutRun = 2.1;

    /// <summary>The same at the end of the source, where editors cut.</summary>
    private const double CutEnd = 0.97;

    /// <summary>A run of sentences that stands in another place.</summary>
    private const double MovedRun = 0.71;

    /// <summary>Going over from one source to the other.</summary>
    private const double Switch = 3.6;

    /// <summary>What it takes to write the text without any source.</summary>
    public double Alone(TextOutline text) => text.Sentences.Zip(text.Wordings, (s, w) => sentences.IsPublic[s] ? 0 : sentences.Price(w)).Sum();

    /// <summary>What it takes to write it from one source or from both.</summary>
    public double From(TextOutline first, TextOutline? second, TextOutline text)
    {
        double cost = 0, changes = 0;
        int words = 0, forms = 0, own = 0;
        bool inNew = false;
        int lastFirst = -1, lastSecond = -1;
        bool? lastFrom = null;
        var style = default(StyleChanges);
        Span<bool> usedFirst = first.Sentences.Length <= 256 ? stackalloc bool[first.Sentences.Length] : new bool[first.Sentences.Length];
        int secondLength = second?.Sentences.Length ?? 0;
        Span<bool> usedSecond = secondLength <= 256 ? stackalloc bool[secondLength] : new bool[secondLength];
        for (int i = 0; i < text.Sentences.Length; i++)
        {
            int sentence = text.Sentences[i], wording = text.Wordings[i];
            int inFirst = first.PlaceOf(sentence), inSecond = second?.PlaceOf(sentence) ?? -1;
            bool isPublic = sentences.IsPublic[sentence];
            double anew = sentences.Price(wording);
            double fromFirst = inFirst < 0 ? double.PositiveInfinity : Price(first.Wordings[inFirst], wording);
            double fromSecond = inSecond < 0 ? double.PositiveInfinity : Price(second!.Wordings[inSecond], wording);

            // What the other source has as well is not left out of it.
            if (inFirst >= 0)
                usedFirst[inFirst] = true;
            if (inSecond >= 0)
                usedSecond[inSecond] = true;
            if (Math.Min(fromFirst, fromSecond) >= anew)
            {
                own += isPublic ? 0 : sentences.Length(wording);
                cost += isPublic ? 0 : anew;
                cost += inNew ? 0 : NewRun;
                inNew = true;
                continue;
            }
            bool isOfFirst = fromFirst <= fromSecond;
            int place = isOfFirst ? inFirst : inSecond, from = isOfFirst ? first.Wordings[place] : second!.Wordings[place];
            changes += wordings.Between(from, wording);
            cost += isPublic ? 0 : wordings.Put(from, wording);
            forms += wordings.Forms(from, wording);
            style.Add(wordings.Style(from, wording));
            words += sentences.Length(wording);
            ref int before = ref isOfFirst ? ref lastFirst : ref lastSecond;
            cost += place < before ? MovedRun : 0;
            before = place;
            cost += lastFrom is { } other && other != isOfFirst ? Switch : 0;
            lastFrom = isOfFirst;
            inNew = false;
        }
        return cost + (ExcessWord * Math.Max(0, own - UsualOwn)) + Edited(changes, words) + Math.Min(MostForms, OtherForm * forms) + style.Cost() + LeftOut(usedFirst) + LeftOut(usedSecond);
    }

    // About: only to choose between two sources and writing anew.
    private double Price(int from, int to) => (ChangeBits * wordings.Between(from, to)) + wordings.Put(from, to);

    // Which of the words were changed, by the rate at which this editor changes words (the entropy of that rate):
    // one change in a text that is otherwise the same tells more than one of many.
    private static double Edited(double changes, int words)
    {
        double places = Changeable * words;
        if (changes <= 0 || places <= 0)
            return 0;
        double rate = Math.Min(0.5, changes / places);
        double entropy = -(rate * Math.Log2(rate)) - ((1 - rate) * Math.Log2(1 - rate));
        return (places * entropy) + Math.Max(0, changes - (0.5 * places));
    }

    private static double LeftOut(ReadOnlySpan<bool> used)
    {
        double cost = 0;
        bool inRun = false;
        for (int i = 0; i < used.Length; i++)
        {
            if (!used[i] && !inRun)
                cost += LeftOutRun;
            inRun = !used[i];
        }
        return inRun ? cost - LeftOutRun + CutEnd : cost;
    }
}

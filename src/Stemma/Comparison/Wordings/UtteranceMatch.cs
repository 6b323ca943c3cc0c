using System.Globalization;
using Stemma.Annotation;

namespace Stemma.Comparison.Wordings;

/// <summary>Whether two quotations are wordings of one utterance, and why.</summary>
/// <param name="IsOne">True where they are.</param>
/// <param name="Score">How near they are, for ordering; 0 or more, larger is nearer.</param>
/// <param name="IsWhole">True where neither is a mere cut of the other, which may be a cut of a third as well.</param>
/// <param name="Reasons">Why, in words a reader follows.</param>
internal readonly record struct UtteranceMatch(bool IsOne, double Score, bool IsWhole, IReadOnlyList<string> Reasons)
{
    // All limits below were set by hand on newstree seeds 11-13 (medium; 2026-11: pair F1 .993-.999, no trap joined of 211, 247
    // and 239); when one changes, run `stemma eval lineage` on newstree and look at pair F1 and at traps.

    /// <summary>Part of the words of the shorter wording that must stand in the longer one, in order, for the same words said by the same speaker.</summary>
    private const double Contained = .9;

    /// <summary>The same part for a rewording by the same speaker: without sentences around that are alike, with a hint of them, with proof.</summary>
    private const double Reworded = .72, ManyInContext = .5, RewordedInContext = .34;

    /// <summary>The same part where the speaker is not known.</summary>
    private const double RewordedUnknown = .8;

    /// <summary>
    /// Part of the content of the shorter wording that may stand against other content: without context, with a hint of it,
    /// and with proof of it for whole clauses and for fragments.
    /// </summary>
    private const double Replaced = .12, ReplacedHinted = .25, ReplacedClauses = .35, ReplacedInContext = .7;

    /// <summary>Likeness of the sentences around (Dice): a hint, and enough to stand alone.</summary>
    private const double ContextHint = .3, ContextProof = .5;

    /// <summary>Likeness of the rest of the sentence at which two reports tell one scene, whoever they say is speaking.</summary>
    private const double OneScene = .75;

    /// <summary>Part of the words in common below which the sentences around must tell one scene.</summary>
    private const double MostWords = .6;

    /// <summary>Part of the longer wording, where one is a fragment: two fragments of one sentence share words, and the sentences around, by chance.</summary>
    private const double MostOfFragment = .45;

    /// <summary>Words of content that make a phrase nobody hits on by chance.</summary>
    private const double FewWords = 1.9, ManyWords = 3.9;

    /// <summary>The same, for words that must be one utterance even where the reports name different speakers.</summary>
    private const double LongWords = 6;

    /// <summary>Words in a row, with <see cref="SharedContent"/> among them, that two overlapping cuts of one utterance share.</summary>
    private const int SharedRun = 5;
    private const int SharedContent = 3;

    /// <summary>In words: a fragment that can be replaced whole by other words.</summary>
    private const int LongestFragment = 3;

    /// <summary>What the same words are ahead of changed ones, more than all else together: families grow from what is sure.</summary>
    private const double Identical = 2;

    /// <summary>Part of the longer wording from which the shorter one is no mere cut of it.</summary>
    private const double Whole = .5;

    private static readonly UtteranceMatch s_none = new(false, 0, false, []);

    /// <summary>Judges two quotations.</summary>
    public static UtteranceMatch Judge(QuotationView a, QuotationView b, TextRelation texts, WordingShapes shapes)
    {
        if (a.Words.Length == 0 || b.Words.Length == 0)
            return s_none;
        AlignmentShape shape = shapes.Of(a, b);
        if (a.Quote.Report == b.Quote.Report)
            return InOneReport(a, b, shape);
        double context = a.Context.SimilarityTo(b.Context);
        bool told = context >= ContextHint || shape.Common >= ManyWords;
        SpeakerRelation speakers = Speakers.Compare(a.Quote, b.Quote, texts, told);
        bool clauses = a.Quote.Quotation.Kind == QuotationKind.Direct && b.Quote.Quotation.Kind == QuotationKind.Direct;
        bool scene = a.Context.OwnSimilarityTo(b.Context) >= OneScene;
        bool longWords = shape.Containment >= Contained && shape.ReplacedShare == 0 && shape.Common >= LongWords;
        // A copy that gives the very same clause to somebody else.
        longWords |= shape.IsIdentical && clauses && texts == TextRelation.Kin && shape.Common >= ManyWords;
        if (speakers == SpeakerRelation.Different && !scene && !longWords)
            return s_none;

        double score = (shape.IsIdentical ? Identical : 0) + shape.Containment + shape.Likeness + (context / 2) + (texts == TextRelation.Kin ? .3 : 0) + (speakers == SpeakerRelation.Same ? .3 : 0);
        string? words = WordsDecide(shape, speakers, context, scene, clauses, texts, Math.Min(a.Words.Length, b.Words.Length)) ?? SlotDecides(a, b, shape);
        if (words is null)
            return s_none;
        var reasons = new List<string>(3) { words };
        if (speakers == SpeakerRelation.Same)
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"the same speaker: {a.Quote.SpeakerName}"));
        else
            reasons.Add(speakers == SpeakerRelation.Unknown ? "the speaker is not certain on both sides" : $"the reports name different speakers: {a.Quote.SpeakerName}, {b.Quote.SpeakerName}");
        if (context >= ContextHint)
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"the sentences around are {context * 100:0} % alike"));
        return new UtteranceMatch(true, score, shape.Likeness >= Whole, reasons);
    }

    // The words that decided, null where they do not.
    private static string? WordsDecide(AlignmentShape shape, SpeakerRelation speakers, double context, bool scene, bool clauses, TextRelation texts, int shorter)
    {
        bool same = speakers == SpeakerRelation.Same, hinted = context >= ContextHint || texts == TextRelation.Kin, proved = context >= ContextProof || scene;
        if (shape.IsIdentical)
        {
            bool enough = same ? shape.Common >= 1 || hinted : shape.Common >= ManyWords || hinted;
            return enough ? "the same words" : null;
        }
        if (shape.Containment >= Contained && shape.ReplacedShare == 0)
        {
            bool whole = same && texts == TextRelation.Kin && shorter >= SharedRun && shape.LongestRun == shorter;
            bool most = clauses || shape.Likeness >= ManyInContext || shape.Common >= SharedContent - .1 || context >= ContextHint;
            bool enough = (shape.Common >= (same ? FewWords : ManyWords) && most) || proved || whole;
            return enough ? "one holds the words of the other" : null;
        }
        if (IsLongRewording(shape) && (same || proved))
            return "nearly the same words, too many for two statements";
        if (texts == TextRelation.Apart && shape.ReplacedShare > 0 && !proved)
            return null;
        if (shape.Containment >= (same ? Reworded : RewordedUnknown) && shape.ReplacedShare <= Replaced && shape.Common >= (same ? FewWords : ManyWords))
            return "nearly the same words in the same order";
        if (same && shape.ReplacedShare == 0 && shape.LongestRun >= SharedRun && shape.LongestRunContent >= SharedContent)
            return string.Create(CultureInfo.InvariantCulture, $"{shape.LongestRun} words in a row in common");
        if (proved && shape.Containment >= RewordedInContext && shape.ReplacedShare <= (clauses ? ReplacedClauses : ReplacedInContext) && shape.Likeness >= (clauses ? RewordedInContext : MostOfFragment) && (shape.Containment >= MostWords || context >= OneScene))
            return "some of the words, at the same place of the same sentence";
        if (hinted && same && shape.Containment >= ManyInContext && shape.ReplacedShare <= ReplacedHinted && (shape.Likeness >= ManyInContext || shape.Common >= ManyWords))
            return "many of the words, at the same place";
        return null;
    }

    // Other words for a short fragment in the same place of the same sentence.
    private static string? SlotDecides(QuotationView a, QuotationView b, AlignmentShape shape)
    {
        if (a.Context.Slot is not { } slot || !string.Equals(slot, b.Context.Slot, StringComparison.Ordinal))
            return null;
        if (shape.IsIdentical)
            return "the same words between the same words";
        bool fragments = a.Words.Length <= LongestFragment && b.Words.Length <= LongestFragment;
        return fragments && a.Context.OwnSimilarityTo(b.Context) >= OneScene ? "other words in the same place of the same sentence" : null;
    }

    /// <summary>True where one report gives both as two utterances: whole clauses that differ, or fragments with little in common.</summary>
    public static bool AreKeptApart(QuotationView a, QuotationView b, WordingShapes shapes)
    {
        AlignmentShape shape = shapes.Of(a, b);
        if (InOneReport(a, b, shape).IsOne)
            return false;
        bool fragment = a.Quote.Quotation.Kind == QuotationKind.Partial || b.Quote.Quotation.Kind == QuotationKind.Partial;
        return !fragment || (IsPhrase(a) && IsPhrase(b)) || shape.Common < FewWords || Speakers.AreTwoInOneReport(a.Quote, b.Quote);
    }

    private static bool IsPhrase(QuotationView view) => view.Quote is { Quotation.Kind: QuotationKind.Partial, SpeakerName: null };

    /// <summary>True where two quotations are like, yet each says in its own words something that the other does not.</summary>
    public static bool AreLikeButOther(AlignmentShape shape) => shape.ReplacedShare > 0 && shape.Likeness >= Whole && !IsLongRewording(shape);

    /// <summary>Part of the words in common, and of the content replaced, at which so many words are one statement, reworded.</summary>
    private const double LongContained = .72, LongReplaced = .25, LongStatement = 7.5;

    private static bool IsLongRewording(AlignmentShape shape) => shape.Common >= LongStatement && shape.Containment >= LongContained && shape.ReplacedShare <= LongReplaced;

    // A report that quotes twice gives two utterances, unless it repeats the words; phrases that nobody speaks are told place by place.
    private static UtteranceMatch InOneReport(QuotationView a, QuotationView b, AlignmentShape shape)
    {
        bool label = shape.Likeness < ManyInContext && shape.Common < SharedContent - .1;
        bool repeated = !label && !(IsPhrase(a) && IsPhrase(b)) && ((shape.Containment >= Contained && shape.ReplacedShare == 0 && shape.Common >= FewWords) || IsLongRewording(shape))
            && (Speakers.Compare(a.Quote, b.Quote) == SpeakerRelation.Same || (a.Quote.SpeakerName is null && b.Quote.SpeakerName is null));
        return repeated
            ? new UtteranceMatch(true, shape.Containment + shape.Likeness, true, ["the same report gives the words twice"])
            : s_none;
    }
}

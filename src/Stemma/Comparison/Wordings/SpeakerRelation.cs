using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>What is known of two speakers.</summary>
internal enum SpeakerRelation
{
    /// <summary>One and the same.</summary>
    Same,

    /// <summary>Not known: one has no name, or one may speak for the other (a leader for a country).</summary>
    Unknown,

    /// <summary>Two different persons, or two different organisations.</summary>
    Different,
}

/// <summary>Tells how two speakers stand to each other.</summary>
internal static class Speakers
{
    /// <summary>The relation of the two speakers.</summary>
    public static SpeakerRelation Compare(SpokenWords a, SpokenWords b)
    {
        if (a.SpeakerName is null || b.SpeakerName is null)
            return SpeakerRelation.Unknown;
        if (a.SpeakerId is { } x && b.SpeakerId is { } y)
            return x == y ? SpeakerRelation.Same : KindOf(a) is { } k && k == KindOf(b) ? SpeakerRelation.Different : SpeakerRelation.Unknown;
        if (a.SpeakerId is null && b.SpeakerId is null)
            return SameWords(a.SpeakerName, b.SpeakerName) ? SpeakerRelation.Same : SpeakerRelation.Unknown;
        return SpeakerRelation.Unknown;
    }

    /// <summary>
    /// The relation of the two speakers where it is known how their texts stand to each other: a text that was taken over may
    /// misname its speaker, and "he" may be read as somebody else there.
    /// </summary>
    /// <param name="a">One quotation.</param>
    /// <param name="b">The other.</param>
    /// <param name="texts">How their texts stand to each other.</param>
    /// <param name="alike">True where the words or the sentences around leave little doubt that they are one.</param>
    public static SpeakerRelation Compare(SpokenWords a, SpokenWords b, TextRelation texts, bool alike = true)
    {
        SpeakerRelation relation = Compare(a, b);
        if (relation != SpeakerRelation.Different || texts != TextRelation.Kin)
            return relation;
        (string first, string last) = Split(a.SpeakerName!);
        (string otherFirst, string otherLast) = Split(b.SpeakerName!);
        bool uncertain = first == otherFirst ? DifferInALetter(last, otherLast) : alike && (last == otherLast || IsToldElsewhere(a) || IsToldElsewhere(b));
        return uncertain ? SpeakerRelation.Unknown : relation;

        static (string First, string Last) Split(string name) => (name[..(name.LastIndexOf(' ') + 1)], name[(name.LastIndexOf(' ') + 1)..]);
    }

    // By a pronoun, or by the words of another sentence.
    private static bool IsToldElsewhere(SpokenWords quote) => quote.Quotation.Speaker is { } speaker && (speaker.Span is not { } words || (speaker.Mention is { } name && !words.Overlaps(name)));

    // "Moor" and "Moore".
    private static bool DifferInALetter(string a, string b)
    {
        int head = a.AsSpan().CommonPrefixLength(b), shorter = Math.Min(a.Length, b.Length), tail = 0;
        while (tail < shorter - head && a[^(tail + 1)] == b[^(tail + 1)])
            tail++;
        return head + tail >= Math.Max(a.Length, b.Length) - 1 && head + tail >= ShortestMisprint;
    }

    /// <summary>In letters that agree: shorter names that differ in one are two names.</summary>
    private const int ShortestMisprint = 3;

    /// <summary>
    /// True where both have names and nothing says that they are one: for two quotations of one report, which knows whom it quotes.
    /// A phrase that shares a word with the other's name ("the ministry", "Ministry of Fisheries") may be the same.
    /// </summary>
    public static bool AreTwoInOneReport(SpokenWords a, SpokenWords b)
    {
        if (a.SpeakerName is not { } x || b.SpeakerName is not { } y)
            return false;
        if (a.SpeakerId is not null && b.SpeakerId is not null)
            return a.SpeakerId != b.SpeakerId;
        return !SameWords(x, y) && !x.Split(' ').Intersect(y.Split(' '), StringComparer.OrdinalIgnoreCase).Any(w => Vocabulary.English.ClassOf(Vocabulary.Fold(w)) == WordClass.None);
    }

    /// <summary>
    /// True where both reports name the speaker beside the words, by name, and these are two persons or two bodies whose names have
    /// nothing in common: only then are words told to have been given to somebody else.
    /// </summary>
    public static bool AreSurelyTwo(SpokenWords a, SpokenWords b) =>
        Compare(a, b) == SpeakerRelation.Different && a.SpeakerId is not null && b.SpeakerId is not null && !IsToldElsewhere(a) && !IsToldElsewhere(b)
        && a.Quotation.Speaker?.Span is not null && b.Quotation.Speaker?.Span is not null && !NameForms.AreOne(a.SpeakerName!, b.SpeakerName!)
        && !a.SpeakerName!.Split(' ').Intersect(b.SpeakerName!.Split(' '), StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>True for "it" and "they", which name nobody where it is not known for whom they stand.</summary>
    public static bool IsPronoun(string name) => (Vocabulary.English.ClassOf(Vocabulary.Fold(name)) & Pronouns) != WordClass.None;

    private const WordClass Pronouns = WordClass.Subject | WordClass.PersonM | WordClass.PersonF | WordClass.Plural | WordClass.Thing;

    private static bool SameWords(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    // Person or other; an organisation and a place may stand for one speaker ("Moscow", "the Kremlin"), so they count as one kind.
    private static bool? KindOf(SpokenWords quote)
    {
        if (quote.Quotation.Speaker is not { } speaker || (speaker.Mention ?? speaker.Span) is not { } span)
            return null;
        IReadOnlyList<NameMention> names = quote.Source.Names;
        int low = 0, high = names.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < names.Count && names[low].Span.Overlaps(span))
            return names[low].Kind == NameKind.Person ? true : names[low].Kind == NameKind.Other ? null : false;
        return null;
    }
}

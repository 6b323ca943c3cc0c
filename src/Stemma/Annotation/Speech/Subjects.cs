using Stemma.Languages;

namespace Stemma.Annotation.Speech;

/// <summary>Finds the subject of a verb: who does what the verb says.</summary>
internal sealed class Subjects(TokenView view, NounPhrases phrases)
{
    /// <summary>In tokens: how far left of its verb a subject may stand, parentheses not counted.</summary>
    private const int Reach = 40;

    /// <summary>In tokens: beyond this a clause's start tells nothing, and a text without stops costs nothing.</summary>
    private const int Longest = 120;

    /// <summary>What is known of a verb once its left side has been read.</summary>
    /// <param name="Subject">The subject, null where none is found.</param>
    /// <param name="Passive">True after a form of "be": the subject does not speak.</param>
    public readonly record struct Found(NounPhrase? Subject, bool Passive);

    /// <summary>The subject of the verb at <paramref name="verb"/>, looked for between <paramref name="low"/> and the verb.</summary>
    public Found Of(int verb, int low)
    {
        bool passive = false;
        int i = verb - 1;
        CueForm? form = view.Cue(verb);
        bool ing = form is { } f && f.Is(VerbForm.Ing);
        for (int n = 0; n < 8 && i >= low; n++)
        {
            if (view.StretchOf(i) >= 0 || !view.IsWord(i))
                break;
            if (phrases.NameAt(i) >= 0)
                break;
            if (view.Is(i, WordClass.Infinitive))
                return new Found(MainSubject(low, verb), false);
            if (view.Is(i, WordClass.Be))
                (passive, ing) = (!ing && form is { } v && v.Is(VerbForm.Participle), false);
            bool skip = view.Is(i, WordClass.Auxiliary | WordClass.Negation | WordClass.Modal) || IsAdverb(i) || IsTimeWord(i, low, out i);
            if (!skip)
                break;
            i--;
        }
        return new Found(At(i, low, verb, ing), passive);
    }

    private NounPhrase? At(int i, int low, int verb, bool ing)
    {
        if (i < low || view.StretchOf(i) >= 0)
            return ing ? MainSubject(low, verb) : null;
        if (view.IsMark(i, ',') || view.IsMark(i, '—') || view.IsMark(i, '–') || view.IsMark(i, '-'))
            return ing ? MainSubject(low, verb) : BeforeParenthesis(i, low);
        if (view.IsMark(i, ')'))
        {
            int open = i;
            while (open > low && i - open < Reach && !view.IsMark(open, '('))
                open--;
            return view.IsMark(open, '(') ? phrases.EndingAt(open - 1, low) : null;
        }
        if (view.Is(i, WordClass.Antecedent))
            return BeforeRelative(i, low);
        if (view.Is(i, WordClass.Conjunction) && !view.Is(i, WordClass.Determiner))
            return MainSubject(low, i);
        if (ing && view.Is(i, WordClass.Preposition))
            return MainSubject(low, i);
        NounPhrase? phrase = phrases.EndingAt(i, low);
        if (ing && phrase is { } p && !(p.First > low && view.Is(p.First - 1, WordClass.With)))
            return MainSubject(low, verb) ?? phrase;
        return phrase ?? (ing ? MainSubject(low, verb) : null);
    }

    // "Smith, the minister, said": over what stands between two commas to the phrase before.
    private NounPhrase? BeforeParenthesis(int comma, int low)
    {
        int i = comma - 1;
        for (int n = 0; n < 3; n++)
        {
            while (i >= low && comma - i < Reach && !(view.StretchOf(i) < 0 && (view.IsMark(i, ',') || view.IsMark(i, '—') || view.IsMark(i, '–'))))
                i--;
            if (i < low || comma - i >= Reach)
                break;
            NounPhrase? phrase = phrases.EndingAt(i - 1, low);
            bool place = phrase is { Kind: PhraseKind.Name, Head: var head } && phrases.Names[phrases.NameAt(head)].Kind == NameKind.Place;
            bool governed = phrase is { First: var first } && first > low && view.Is(first - 1, WordClass.Preposition);
            if (phrase is { Kind: PhraseKind.Nominal } role && phrases.WithNameAfter(role, comma + 1) is { Kind: PhraseKind.Name } named)
                return named;
            if (phrase is not null && !(place && i > low) && !governed)
                return phrase;
            i--;
        }
        return MainSubject(low, comma);
    }

    private NounPhrase? BeforeRelative(int i, int low)
    {
        int before = i - 1;
        if (before >= low && view.IsMark(before, ','))
            before--;
        return before >= low ? phrases.EndingAt(before, low) : null;
    }

    /// <summary>The subject of the clause that starts at <paramref name="low"/>, looked for before <paramref name="high"/>.</summary>
    public NounPhrase? MainSubject(int low, int high)
    {
        int i = low;
        high = Math.Min(high, low + Longest);
        for (int n = 0; n < 4 && i < high; n++)
        {
            while (i < high && (view.StretchOf(i) >= 0 || !view.IsWord(i) || (view.Is(i, WordClass.Coordinator) && !view.Is(i, WordClass.Determiner))))
                i++;
            if (i >= high)
                return null;
            if (phrases.NameAt(i) < 0 && IntroducesAnother(i))
            {
                int comma = i;
                while (comma < high && !(view.IsMark(comma, ',') && view.StretchOf(comma) < 0))
                    comma++;
                if (comma >= high)
                    return AfterIntroduction(i, high);
                i = comma + 1;
                continue;
            }
            return phrases.StartingAt(i, high);
        }
        return null;
    }

    private bool IntroducesAnother(int i)
    {
        if (view.Is(i, WordClass.Subject | WordClass.Determiner) && !view.Is(i, WordClass.Preposition))
            return false;
        return view.Is(i, WordClass.Preposition | WordClass.Conjunction | WordClass.Adverb | WordClass.Time) || IsAdverb(i)
            || (view.Folded(i).EndsWith("ing", StringComparison.Ordinal) && view.Folded(i).Length > 4);
    }

    // "During the visit they would": no comma; the first pronoun, or name that no preposition governs.
    private NounPhrase? AfterIntroduction(int low, int high)
    {
        for (int i = low + 1; i < high && i - low < Reach; i++)
        {
            if (view.StretchOf(i) >= 0)
                return null;
            bool pronoun = view.Is(i, WordClass.Subject) && !view.Is(i, WordClass.Relative | WordClass.Determiner);
            bool name = phrases.NameAt(i) >= 0 && !view.IsPossessive(i) && !view.Is(i - 1, WordClass.Preposition | WordClass.Determiner) && phrases.NameAt(i - 1) < 0;
            if (pronoun || name)
                return phrases.StartingAt(i, high);
        }
        return null;
    }

    private bool IsAdverb(int i) =>
        view.Is(i, WordClass.Adverb) && !view.Is(i, WordClass.Determiner)
        || (view.Folded(i).Length > 4 && view.Folded(i).EndsWith("ly", StringComparison.Ordinal) && phrases.NameAt(i) < 0);

    // "Smith on Friday said", "Smith last week said": gives the first token of the time.
    private bool IsTimeWord(int i, int low, out int first)
    {
        first = i;
        if (!view.Is(i, WordClass.Time))
            return false;
        while (first > low && (view.Is(first - 1, WordClass.Time) || view.Is(first - 1, WordClass.TimeOpener)))
            first--;
        return true;
    }
}

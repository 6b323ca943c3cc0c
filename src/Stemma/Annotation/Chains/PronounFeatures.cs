using System.Numerics;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Chains;

/// <summary>
/// Describes how a chain stands to a pronoun, as a list of numbers, one for each kind of fact: the kind times
/// <see cref="Values"/>, plus the fact's value. The model knows a fact by its number, so the kinds keep their order.
/// </summary>
internal sealed class PronounFeatures(TokenView view, SentenceGrammar grammar, ReferenceTrail trail)
{
    /// <summary>The values that one kind of fact can have.</summary>
    public const int Values = 32;

    /// <summary>The kinds that there can be.</summary>
    public const int Kinds = 64;

    /// <summary>The first kind of what is told where no chain fits.</summary>
    private const int KindsOfNone = 56;

    /// <summary>Sentences, words and places beyond which more makes no difference.</summary>
    private const int FarSentences = 5, PronounMemory = 3, LongestLook = 40, LongestGap = 60;

    private readonly List<int> _facts = new(Kinds);
    private int _kind;

    /// <summary>The facts of one chain. The list is the same at every call, with other numbers in it.</summary>
    /// <param name="p">The pronoun.</param>
    /// <param name="all">The chains that it may stand for.</param>
    /// <param name="index">Which of them.</param>
    public List<int> Of(Reference p, IReadOnlyList<Antecedent> all, int index)
    {
        Antecedent a = all[index];
        int first = trail.FirstPerson;
        Reference near = a.Nearest, name = a.Name;
        ref readonly ChainFacts chain = ref trail.FactsOf(a.Chain);
        bool before = near.First < p.First, same = near.Sentence == p.Sentence;
        (int from, int to) = before ? (near.Last + 1, p.First) : (p.Last + 1, Math.Max(p.Last + 1, near.First));
        int sentences = before ? Math.Min(p.Sentence - near.Sentence, FarSentences) : FarSentences + 1;
        int verbs = grammar.VerbsIn(from, to), subordinators = grammar.SubordinatorsIn(from, to);
        int coordinators = grammar.CoordinatorsIn(from, to), commas = grammar.CommasIn(from, to);
        Start(1);
        Add((int)p.Case);
        Add(sentences);
        Add(name.First < p.First ? Math.Min(p.Sentence - name.Sentence, FarSentences + 1) : FarSentences + 2);
        Add(Math.Min(index, 7));
        Add((int)near.Role + (near.IsPronoun ? near.Case == PronounCase.Possessor ? 16 : 8 : 0));
        Add((int)name.Role);
        Add(same ? Math.Min(verbs, 4) + (before ? 0 : 6) : 5);
        Add(same ? Bit(subordinators > 0) + (2 * Bit(coordinators > 0)) + (4 * Bit(commas > 0)) + (before ? 0 : 8) : 16);
        Add(Bucket(trail.NamedAround(a.Chain)));
        Add(RankByMentions(all, index));
        Add(chain.Gender == p.Gender ? 1 : 0);
        Add(Math.Min(trail.PronounsOf(a.Chain, p.Gender), 3) + (4 * Math.Min(trail.PronounsOf(a.Chain, p.Gender == 'm' ? 'f' : 'm'), 3)));
        Add(Math.Min(name.Last - name.First + 1, 3) + (trail.NamedAround(a.Chain) <= 1 ? 4 : 0));
        AddLastPronoun(p, a.Chain);
        Add(Bit(IsFirstOfSentence(near)));
        Add(view.IsPossessive(near.Last) ? 31 : TagAt(near.Last + 1, near.Sentence));
        Add(TagAt(grammar.Before(near.First, view.Sentences[near.Sentence].FirstToken), near.Sentence));
        Add(Math.Min(BitOperations.Log2((uint)(to - from) + 1), 7) + (before ? 0 : 8));
        Add(Math.Min(all.Count, 7));
        Add(name.IsPronoun ? 8 : (int)trail.MentionOf(name).Kind + (trail.MentionOf(name).Title is null ? 0 : 4));
        Add(TagAt(p.First - 1, p.Sentence));
        Add(TagAt(p.First + 1, p.Sentence));
        bool speaks = before && near.Role == GrammarRole.Subject && near.Last + 1 < view.Count && view.Cue(near.Last + 1) is not null;
        Add(speaks ? Math.Min(verbs, 3) + (same ? 0 : 4) : 8);
        Add(same && before && near.Role == GrammarRole.Subject && verbs == 1 && subordinators == 0 ? 1 + (int)p.Case + (4 * Bit(coordinators > 0)) : 0);
        Add(SubjectRank(all, index));
        Add(Parallel(near, p.Case) + (3 * Math.Min(sentences, 2)));
        Add(view.StretchOf(near.First) == view.StretchOf(p.First) ? 0 : view.StretchOf(p.First) >= 0 ? 1 : 2);
        Add(WordAt(near.First - 1, near.Sentence));
        Add(WordAt(p.First - 1, p.Sentence));
        Add(PeopleIn(from, to));
        Add(Bit(first == a.Chain));
        Add((chain.GivenName == '-' ? 0 : chain.GivenName == 'b' ? 1 : chain.GivenName == p.Gender ? 2 : 3) + (chain.IsOneWord ? 4 : 0));
        Add(DeterminerBefore(name) + (3 * chain.Plain));
        Add(Math.Min(trail.SubjectsAround(a.Chain), 3));
        Add(before ? 0 : 1 + Bit(verbs == 0) + (2 * Bit(commas > 0)) + (4 * Bit(p.Case == PronounCase.Possessor)));
        Add(same && before ? 1 + Math.Min(commas, 2) + (3 * Math.Min(subordinators, 2)) + (9 * Math.Min(verbs, 2)) : 0);
        Add(chain.Known);
        return _facts;
    }

    /// <summary>The facts that tell whether it stands for none of them. The list is the same at every call.</summary>
    public List<int> OfNone(Reference p, IReadOnlyList<Antecedent> all)
    {
        int known = 0;
        foreach (Antecedent a in all)
            known += trail.FactsOf(a.Chain).Gender == p.Gender ? 1 : 0;
        Start(KindsOfNone);
        Add(0);
        Add((int)p.Case);
        Add(Math.Min(all.Count, 7));
        Add(Math.Min(known, 4));
        Add(TagAt(p.First - 1, p.Sentence));
        Add(LastPronoun(p) is { } last ? last.Chain < 0 ? 1 : 2 : 0);
        return _facts;
    }

    private void Start(int kind)
    {
        _facts.Clear();
        _kind = kind;
    }

    private void Add(int value) => _facts.Add((_kind++ * Values) + Math.Clamp(value, 0, Values - 1));

    private static int Bit(bool fact) => fact ? 1 : 0;

    private static int Bucket(int n) => n < 5 ? n : n < 7 ? 5 : n < 11 ? 6 : 7;

    private int RankByMentions(IReadOnlyList<Antecedent> all, int index)
    {
        int own = trail.NamedAround(all[index].Chain), more = 0, equal = 0;
        for (int i = 0; i < all.Count; i++)
        {
            int other = trail.NamedAround(all[i].Chain);
            more += Bit(other > own);
            equal += Bit(other == own);
        }
        return Math.Min(more, 3) + (4 * Bit(equal > 1));
    }

    // The last pronoun of the gender, where it is near.
    private Reference? LastPronoun(Reference p)
    {
        IReadOnlyList<Reference> passed = trail.Passed;
        for (int i = passed.Count - 1; i >= 0 && i >= passed.Count - LongestLook; i--)
        {
            if (passed[i].Gender == p.Gender && trail.IsInSight(passed[i], p))
                return p.Sentence - passed[i].Sentence <= PronounMemory ? passed[i] : null;
        }
        return null;
    }

    // Whether the last pronoun of the gender stood for the chain, where and in which case; whether another chain was named since.
    private void AddLastPronoun(Reference p, int chain)
    {
        if (LastPronoun(p) is not { } last || last.Chain != chain)
        {
            Add(LastPronoun(p) is { } other ? other.Chain < 0 ? 1 : 2 : 0);
            Add(0);
            return;
        }
        int since = 0;
        IReadOnlyList<Reference> passed = trail.Passed;
        for (int i = passed.Count - 1; i >= 0 && passed[i].First > last.First; i--)
        {
            if (passed[i].Chain != chain && passed[i].Chain >= 0)
                since = passed[i].Role == GrammarRole.Subject ? 2 : Math.Max(since, 1);
        }
        Add(3 + (int)last.Case + (4 * Math.Min(p.Sentence - last.Sentence, 2)));
        Add(since);
    }

    private bool IsFirstOfSentence(Reference near)
    {
        IReadOnlyList<Reference> passed = trail.Passed;
        for (int i = passed.Count - 1; i >= 0 && i >= passed.Count - LongestLook && passed[i].Sentence >= near.Sentence; i--)
        {
            if (passed[i].Sentence == near.Sentence && passed[i].First < near.First)
                return false;
        }
        return true;
    }

    // The part of speech at a token, some marks told apart; 30 outside the sentence.
    private int TagAt(int token, int sentence)
    {
        if (token < 0 || token >= view.Count || view.SentenceOf(token) != sentence)
            return 30;
        return view.IsMark(token, ',') ? 20 : view.IsMark(token, '(') ? 21 : view.IsMark(token, ')') ? 22 : (int)grammar.TagOf(token);
    }

    // Which preposition or conjunction stands there.
    private int WordAt(int token, int sentence)
    {
        if (token < 0 || view.SentenceOf(token) != sentence || grammar.TagOf(token) is not (UniversalTag.Adp or UniversalTag.Sconj or UniversalTag.Cconj))
            return 0;
        return 1 + (int)(WordFacts.HashOf(view.Folded(token)) % (Values - 1));
    }

    private static int SubjectRank(IReadOnlyList<Antecedent> all, int index)
    {
        if (all[index].Nearest.Role != GrammarRole.Subject)
            return 0;
        int rank = 1;
        for (int i = 0; i < index; i++)
            rank += Bit(all[i].Nearest.Role == GrammarRole.Subject);
        return Math.Min(rank, 4);
    }

    private static int Parallel(Reference near, PronounCase pronoun)
    {
        PronounCase? own = near.IsPronoun ? near.Case : near.Role switch
        {
            GrammarRole.Subject => PronounCase.Subject,
            GrammarRole.Object or GrammarRole.Oblique => PronounCase.Object,
            GrammarRole.Possessor => PronounCase.Possessor,
            _ => null,
        };
        return own is null ? 0 : own == pronoun ? 1 : 2;
    }

    // Nouns for people that stand between: they may be whom the pronoun means.
    private int PeopleIn(int from, int to)
    {
        int people = 0;
        for (int i = Math.Max(from, to - LongestGap); i < to && people < 3; i++)
            people += Bit(grammar.TagOf(i) == UniversalTag.Noun && (Vocabulary.English.IsPeopleNoun(view.Folded(i)) || NameTables.English.RoleOf(view.Folded(i)) is not null));
        return people;
    }

    private int DeterminerBefore(Reference name)
    {
        int i = name.First - 1;
        return i < 0 || view.SentenceOf(i) != name.Sentence ? 0 : view.Is(i, WordClass.Definite) ? 1 : grammar.TagOf(i) == UniversalTag.Det ? 2 : 0;
    }
}

using Stemma.Annotation.Names;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Chains;

/// <summary>A pronoun with the chain that it stands for.</summary>
/// <param name="Pronoun">The pronoun; its chain is -1 where it stands for none that is known.</param>
/// <param name="Antecedents">The chains that were weighed: the nearest before it first, then those after it.</param>
/// <param name="Scores">How well each fits, in steps of the model's weights; last the case that it stands for none of them.</param>
/// <param name="Chosen">The index of the best; the number of chains where it stands for none of them.</param>
internal readonly record struct PronounReading(Reference Pronoun, IReadOnlyList<Antecedent> Antecedents, IReadOnlyList<int> Scores, int Chosen)
{
    /// <summary>The chain that it stands for, null for none.</summary>
    public Antecedent? Antecedent => Chosen < Antecedents.Count ? Antecedents[Chosen] : null;
}

/// <summary>Tells for each "he", "him", "his", "she" and "her" of a report which chain of names it stands for.</summary>
/// <remarks>
/// From left to right: what a pronoun was found to stand for counts for the next one. For each, the chains spoken of in the
/// sentences before and in its own are weighed, with the case that it stands for none of them. Linear in the number of tokens.
/// </remarks>
internal sealed class PronounResolver
{
    private readonly TokenView _view;
    private readonly SentenceGrammar _grammar;
    private readonly ReferenceTrail _trail;
    private readonly PronounFeatures _features;

    private PronounResolver(TokenView view, IReadOnlyList<TaggedWord> words, IReadOnlyList<NameMention> names, NameGroups groups)
    {
        _view = view;
        _grammar = new SentenceGrammar(view, words);
        _trail = new ReferenceTrail(view, _grammar, names, groups);
        _features = new PronounFeatures(view, _grammar, _trail);
    }

    /// <summary>Chooses one of the chains by its index; their number for none of them.</summary>
    public delegate int Choice(Reference pronoun, IReadOnlyList<Antecedent> antecedents, PronounFeatures features);

    /// <summary>The pronouns of the report, in text order.</summary>
    public static IReadOnlyList<PronounReading> Resolve(TokenView view, IReadOnlyList<TaggedWord> words, IReadOnlyList<NameMention> names, NameGroups groups)
    {
        var found = new List<PronounReading>();
        Walk(view, words, names, groups, (pronoun, antecedents, features) =>
        {
            int[] scores = Scores(PronounModel.English, pronoun, antecedents, features);
            int best = Best(scores);
            found.Add(new PronounReading(best < antecedents.Count ? pronoun with { Chain = antecedents[best].Chain } : pronoun, antecedents, scores, best));
            return best;
        });
        return found;
    }

    /// <summary>Walks through the report with any way to choose.</summary>
    public static void Walk(TokenView view, IReadOnlyList<TaggedWord> words, IReadOnlyList<NameMention> names, NameGroups groups, Choice choose) =>
        new PronounResolver(view, words, names, groups).Walk(choose);

    /// <summary>The scores of the chains, and last of none of them.</summary>
    public static int[] Scores(PronounModel model, Reference pronoun, IReadOnlyList<Antecedent> antecedents, PronounFeatures features)
    {
        var scores = new int[antecedents.Count + 1];
        for (int c = 0; c < antecedents.Count; c++)
            scores[c] = model.Score(features.Of(pronoun, antecedents, c));
        scores[^1] = model.Score(features.OfNone(pronoun, antecedents));
        return scores;
    }

    /// <summary>The index of the best score: of two as good that of none of the chains, then of the nearer.</summary>
    public static int Best(IReadOnlyList<int> scores)
    {
        int best = scores.Count - 1;
        for (int c = 0; c < scores.Count; c++)
        {
            if (scores[c] > scores[best])
                best = c;
        }
        return best;
    }

    /// <summary>True where the report has a pronoun that can be resolved: without one nothing needs to be tagged.</summary>
    public static bool HasPronouns(TokenView view)
    {
        for (int i = 0; i < view.Count; i++)
        {
            if (PronounForms.Of(view.Folded(i)) is not null)
                return true;
        }
        return false;
    }

    private void Walk(Choice choose)
    {
        for (int i = 0; i < _view.Count; i++)
        {
            if (PronounForms.Of(_view.Folded(i)) is not { } form)
                continue;
            PronounCase which = form.BeforeNoun != form.Alone && _grammar.OpensNounPhrase(i) ? form.BeforeNoun : form.Alone;
            var pronoun = new Reference(i, i, -1, -1, _view.SentenceOf(i), RoleOf(i, which)) { Gender = form.Gender, Case = which };
            List<Antecedent> antecedents = _trail.AntecedentsOf(pronoun);
            int chosen = choose(pronoun, antecedents, _features);
            _trail.Pass(chosen < antecedents.Count ? pronoun with { Chain = antecedents[chosen].Chain } : pronoun);
        }
    }

    private GrammarRole RoleOf(int token, PronounCase which) => which switch
    {
        PronounCase.Subject => GrammarRole.Subject,
        PronounCase.Possessor => GrammarRole.Possessor,
        _ => token > 0 && _grammar.TagOf(token - 1) == UniversalTag.Adp ? GrammarRole.Oblique : GrammarRole.Object,
    };
}

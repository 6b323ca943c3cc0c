using Stemma.Annotation.Names;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Chains;

/// <summary>A pronoun with the chain that it stands for.</summary>
/// <param name="Pronoun">The pronoun; its chain is -1 where it stands for none that is known.</param>
/// <param name="Antecedent">The chain with the places that speak for it, null where the pronoun stands for none.</param>
/// <param name="Margin">How much better the chain scores than the next one, in steps of the model's weights; 0 where there is none.</param>
internal readonly record struct PronounReading(Reference Pronoun, Antecedent? Antecedent, int Margin);

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
        int margin = 0;
        var resolver = new PronounResolver(view, words, names, groups);
        resolver.Walk((pronoun, antecedents, features) => Best(PronounModel.English, pronoun, antecedents, features, out margin), (pronoun, antecedent) => found.Add(new PronounReading(pronoun, antecedent, antecedent is null ? 0 : margin)));
        return found;
    }

    /// <summary>Walks through the report with another way to choose: for learning.</summary>
    public static void Walk(TokenView view, IReadOnlyList<TaggedWord> words, IReadOnlyList<NameMention> names, NameGroups groups, Choice choose) =>
        new PronounResolver(view, words, names, groups).Walk(choose, (_, _) => { });

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

    private void Walk(Choice choose, Action<Reference, Antecedent?> found)
    {
        for (int i = 0; i < _view.Count; i++)
        {
            if (PronounForms.Of(_view.Folded(i)) is not { } form)
                continue;
            PronounCase which = form.BeforeNoun != form.Alone && _grammar.OpensNounPhrase(i) ? form.BeforeNoun : form.Alone;
            var pronoun = new Reference(i, i, -1, -1, _view.SentenceOf(i), RoleOf(i, which)) { Gender = form.Gender, Case = which };
            List<Antecedent> antecedents = _trail.AntecedentsOf(pronoun);
            int chosen = choose(pronoun, antecedents, _features);
            if (chosen < antecedents.Count)
                pronoun = pronoun with { Chain = antecedents[chosen].Chain };
            _trail.Pass(pronoun);
            found(pronoun, chosen < antecedents.Count ? antecedents[chosen] : null);
        }
    }

    private GrammarRole RoleOf(int token, PronounCase which) => which switch
    {
        PronounCase.Subject => GrammarRole.Subject,
        PronounCase.Possessor => GrammarRole.Possessor,
        _ => token > 0 && _grammar.TagOf(token - 1) == UniversalTag.Adp ? GrammarRole.Oblique : GrammarRole.Object,
    };

    /// <summary>The index of the chain that the model takes, their number for none; <paramref name="margin"/> tells how much better than the next.</summary>
    public static int Best(PronounModel model, Reference pronoun, IReadOnlyList<Antecedent> antecedents, PronounFeatures features, out int margin)
    {
        int best = antecedents.Count, top = model.Score(features.OfNone(pronoun, antecedents)), second = int.MinValue;
        for (int c = 0; c < antecedents.Count; c++)
        {
            int score = model.Score(features.Of(pronoun, antecedents, c));
            if (score > top)
                (best, top, second) = (c, score, top);
            else
                second = Math.Max(second, score);
        }
        margin = antecedents.Count == 0 ? 0 : top - second;
        return best;
    }
}

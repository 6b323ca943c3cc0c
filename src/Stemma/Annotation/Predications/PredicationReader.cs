using Stemma.Annotation.Attributions;
using Stemma.Annotation.Marks;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Predications;

/// <summary>Finds what the clauses of a report tell: who did what to whom, and whether it is told as so.</summary>
public static class PredicationReader
{
    /// <summary>The predications of an English report in text order; none of one in a language that no parser ships for. Near-linear in the number of words.</summary>
    public static IReadOnlyList<Predication> Find(AnnotatedReport report) => Find(report, static _ => true);

    /// <summary>The predications of those of its sentences that are asked for; the others are not parsed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="wanted">Tells of the index of a sentence whether it is asked for.</param>
    public static IReadOnlyList<Predication> Find(AnnotatedReport report, Func<int, bool> wanted)
    {
        if (LanguageData.For(report.Report.Language) is { Level: LanguageLevel.Plain })
            return [];
        var view = new TokenView(report.Text, report.Paragraphs, report.Tokens, report.Sentences, MarkedStretches.Find(report.Text, report.Paragraphs));
        var found = new List<Predication>();
        var evidence = new List<int>();
        for (int s = 0; s < view.Sentences.Count; s++)
        {
            if (!wanted(s))
                continue;
            bool headline = view.Paragraphs[view.Sentences[s].Paragraph].Kind != ParagraphKind.Body;
            foreach (SentenceTree tree in view.Syntax.Trees(s))
            {
                SentenceWords words = AttributionReader.WordsOf(view, tree, s);
                for (int i = 0; i < tree.Count; i++)
                {
                    if (Read(words, i, s, headline, evidence) is { } predication)
                        found.Add(predication);
                }
            }
        }
        return found;
    }

    private static Predication? Read(SentenceWords words, int word, int sentence, bool headline, List<int> evidence)
    {
        SentenceTree tree = words.Tree;
        UniversalTag tag = words.Tag(word);
        int copula = tree.Child(word, Relation.Copula);
        PredicateKind kind;
        if (tag == UniversalTag.Verb && tree.Relation(word) is not (Relation.Auxiliary or Relation.PassiveAuxiliary or Relation.Case or Relation.Adjective or Relation.Compound))
            kind = PredicateKind.Verb;
        else if (copula >= 0)
            kind = PredicateKind.State;
        else if (tag == UniversalTag.Noun)
            kind = PredicateKind.Noun;
        else
            return null;
        string lemma = WordTagger.BaseForm(words.Span(word).Over(words.Text), tag);
        List<ArgumentWord> arguments = kind switch
        {
            PredicateKind.Verb => VerbArguments.Of(words, word, lemma, headline),
            PredicateKind.Noun => NounArguments.Of(words, word),
            _ => StateArguments(words, word),
        };
        evidence.Clear();
        FactReader.Fact fact = FactReader.Of(words, word, evidence);
        return new Predication
        {
            Word = words.Span(word),
            Copula = copula >= 0 ? words.Span(copula) : null,
            Lemma = lemma,
            Kind = kind,
            Sentence = sentence,
            Arguments = [.. arguments.Select(a => new PredicateArgument(a.Role, words.Span(a.Head), words.Span(a.Run), a.Preposition < 0 ? null : words.Folded(a.Preposition), a.Pronoun < 0 ? null : words.Span(a.Pronoun)))],
            IsPositive = fact.IsPositive,
            Certainty = fact.Certainty,
            IsAhead = fact.IsAhead,
            Evidence = [.. evidence.Order().Select(words.Span)],
            Particle = kind == PredicateKind.Verb && tree.Child(word, Relation.Particle) is >= 0 and var particle ? words.Folded(particle) : null,
            Preposition = kind == PredicateKind.State && tree.Child(word, Relation.Case) is >= 0 and var preposition ? words.Folded(preposition) : null,
            IsNow = ClauseForms.IsNow(words, word),
            IsAside = ClauseForms.IsAside(words, word),
            Complement = kind == PredicateKind.Verb && Complement(words, word) is >= 0 and var complement ? words.Span(complement) : null,
        };
    }

    // "stays open", "remains protected", "was found guilty": not "stays to help".
    private static int Complement(SentenceWords words, int verb)
    {
        int complement = words.Tree.Child(verb, Relation.OpenComplement);
        return complement > verb && words.Is(complement, UniversalTag.Adj, UniversalTag.Verb) && !Subjects.IsInfinitive(words, complement) ? complement : -1;
    }

    private static List<ArgumentWord> StateArguments(SentenceWords words, int word)
    {
        var found = new List<ArgumentWord>();
        if (Subjects.Of(words, word) is { Head: >= 0 } subject)
            ArgumentWord.Add(found, words, ArgumentRole.Theme, subject.Head, subject.Pronoun);
        return found;
    }
}

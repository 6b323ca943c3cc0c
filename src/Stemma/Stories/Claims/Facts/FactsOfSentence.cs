using Stemma.Annotation;
using Stemma.Annotation.Predications;
using Stemma.Annotation.Tagging;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Makes the facts of sentences out of what their clauses tell.</summary>
internal static class FactsOfSentence
{
    /// <summary>In UTF-16 code units: a negation so near is shown with the word it negates.</summary>
    private const int NearWord = 25;

    /// <summary>In words: the longest phrase that begins with a negation and is none ("no fewer than").</summary>
    private const int PhraseWords = 4;

    /// <summary>Clauses of one sentence; what has more is a list.</summary>
    private const int MostClauses = 24;

    /// <summary>The facts of some sentences of one report; the others are not parsed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="wanted">Its sentences that are asked for.</param>
    /// <returns>For each of them its facts, in text order.</returns>
    public static Dictionary<ClaimSentence, Fact[]> Find(AnnotatedReport report, IReadOnlyList<ClaimSentence> wanted)
    {
        var ofIndex = new Dictionary<int, ClaimSentence>();
        var ofStart = wanted.ToDictionary(s => s.Span.Start);
        for (int i = 0; i < report.Sentences.Count; i++)
        {
            if (ofStart.TryGetValue(report.Sentences[i].Span.Start, out ClaimSentence? sentence))
                ofIndex.Add(i, sentence);
        }
        return PredicationReader.Find(report, ofIndex.ContainsKey).GroupBy(p => p.Sentence).ToDictionary(
            g => ofIndex[g.Key],
            g =>
            {
                Predication[] all = [.. g];
                return all.Where(p => p.Kind != PredicateKind.Noun).Take(MostClauses).Select(p => Of(report, ofIndex[g.Key], p, all)).ToArray();
            });
    }

    private static Fact Of(AnnotatedReport report, ClaimSentence sentence, Predication told, Predication[] all)
    {
        Attribution[] by = [.. report.Attributions.Where(a => a.Source is not null && a.Content.Any(c => c.Contains(told.Word))).OrderBy(a => a.Content.Sum(c => c.Length))];
        Party[] sources = [.. by.Select(a => SourceOf(sentence, a.Source!.Value))];
        Party[] parties = [.. Joined(told.Arguments).Select(a => Resolved(sentence, PartyOf(sentence, a), sources.FirstOrDefault()))];
        ComparableWord word = WordAt(sentence, told.Word);
        Party? doer = One(parties, ArgumentRole.Agent), thing = Activity(report.Text, sentence, told, all) ?? One(parties, ArgumentRole.Theme);
        string[] words = [.. WordsOf(report.Text, told)];
        TextSpan[] none = [.. new[] { doer, thing }.OfType<Party>().Select(p => NoneOf(sentence, told, p)).OfType<TextSpan>()];
        return new Fact
        {
            Told = told,
            Sentence = sentence,
            Words = words,
            Stem = word.Stem ?? told.Lemma,
            Acts = [.. words.SelectMany(Outcomes.English.ActsOf).Distinct().Order()],
            IsPositive = told.IsPositive && none.Length == 0,
            IsUnclear = none.Length > 1 || (none.Length == 1 && !told.IsPositive) || IsUnclear(sentence, told, none),
            Doer = doer,
            Thing = thing,
            Beside = [.. parties.Where(p => p.Argument.Role == ArgumentRole.Beside)],
            Places = [.. PlacesOf(report, sentence, told)],
            Own = [.. OwnTimes(sentence, told, all)],
            By = sources,
            IsDoubted = by.Any(a => a.Kind != AttributionKind.Speech || Doubts(report.Text, a.Cue)),
            Value = ValueOf(told, none),
        };
    }

    // "its working" and "lights" with nothing between them are one phrase that the parser took apart.
    private static List<PredicateArgument> Joined(IReadOnlyList<PredicateArgument> arguments)
    {
        var joined = new List<PredicateArgument>();
        foreach (PredicateArgument argument in arguments)
        {
            if (joined.Count > 0 && joined[^1].Role == argument.Role && argument.Preposition == joined[^1].Preposition && argument.Span.Start - joined[^1].Span.End == 1)
                joined[^1] = argument with { Span = joined[^1].Span.Union(argument.Span) };
            else
                joined.Add(argument);
        }
        return joined;
    }

    // "Solvay said that she …" is of Solvay; "Solvay, who …" too.
    private static Party Resolved(ClaimSentence sentence, Party party, Party? source)
    {
        if (!party.IsOpen || party.Argument.Span != party.Argument.Head)
            return party;
        WordClass word = Vocabulary.English.ClassOf(Vocabulary.Fold(sentence.Say(party.Argument.Head)));
        if ((word & (WordClass.PersonM | WordClass.PersonF)) != WordClass.None && source is { Persons.Length: 1 })
            return source with { Argument = party.Argument };
        if ((word & WordClass.Relative) == WordClass.None)
            return party;
        (TextSpan Span, int Id)[] before = [.. sentence.Persons.Where(p => p.Span.End <= party.Argument.Head.Start)];
        return before.Length == 1 ? party with { Persons = before, Stems = [.. sentence.Words.Where(w => before[0].Span.Contains(w.Span)).Select(w => w.Stem)], IsOpen = false } : party;
    }

    private static IEnumerable<PlaceOfFact> PlacesOf(AnnotatedReport report, ClaimSentence sentence, Predication told)
    {
        foreach (PredicateArgument argument in told.Arguments)
        {
            if (argument.Role != ArgumentRole.Beside || argument.Preposition is null)
                continue;
            foreach (NameMention name in report.Names)
            {
                if (name.Kind == NameKind.Place && argument.Span.Contains(name.Span) && (name.Span.End >= report.Text.Length || report.Text[name.Span.End] is not ('\'' or '’')))
                {
                    bool itself = name.Span.Contains(argument.Head);
                    yield return new PlaceOfFact(name.Span, argument.Preposition, itself ? "" : WordAt(sentence, argument.Head).Stem ?? "");
                }
            }
        }
    }

    // Times that stand with the verb: "on Monday", and those that follow it with no other verb between.
    private static IEnumerable<DatedSpan> OwnTimes(ClaimSentence sentence, Predication told, Predication[] all)
    {
        foreach (DatedSpan date in sentence.Dates)
        {
            if (told.Arguments.Any(a => a.Role == ArgumentRole.Beside && a.Head.Overlaps(date.Span)))
                yield return date;
            else if (date.Span.Start >= told.Word.End && date.Span.Start - told.Word.End <= 1 && !told.Arguments.Any(a => a.Span.Overlaps(date.Span))
                && !all.Any(p => p.Kind != PredicateKind.Noun && p.Word.Start > told.Word.Start && p.Word.Start < date.Span.Start))
                yield return date;
        }
    }

    // The first with the role; the others of a coordination make it several.
    private static Party? One(Party[] parties, ArgumentRole role)
    {
        Party? first = Array.Find(parties, p => p.Argument.Role == role);
        return first is not null && parties.Count(p => p.Argument.Role == role) > 1 ? first with { IsSeveral = true } : first;
    }

    // "went on looking for the boy": what goes on is the looking.
    private static Party? Activity(string text, ClaimSentence sentence, Predication told, Predication[] all)
    {
        if (told.Complement is not { } complement || !text.AsSpan(complement.Start, complement.Length).EndsWith("ing", StringComparison.OrdinalIgnoreCase))
            return null;
        Predication? inner = Array.Find(all, p => p.Word == complement);
        TextSpan span = inner is null ? complement : inner.Arguments.Where(a => a.Role != ArgumentRole.Agent && a.Span.Start > complement.Start).Aggregate(complement, (s, a) => s.Union(a.Span));
        return PartyOf(sentence, new PredicateArgument(ArgumentRole.Theme, complement, span, null));
    }

    private static Party PartyOf(ClaimSentence sentence, PredicateArgument argument)
    {
        ComparableWord[] words = [.. sentence.Words.Where(w => argument.Span.Contains(w.Span))];
        ComparableWord head = Array.Find(words, w => argument.Head.Overlaps(w.Span));
        (TextSpan Span, int Id)[] persons = [.. sentence.Persons.Where(p => argument.Span.Contains(p.Span) && Is(sentence, argument, p.Span))];
        string[] stems = [.. words.Where(w => w.IsContent).Select(w => w.Stem)];
        // "Two were saved": two of whom is not said.
        bool bare = words.All(w => !w.IsContent || sentence.Quantities.Any(q => q.Span.Contains(w.Span)));
        return new Party(argument, stems, head.Stem ?? "", head.Form ?? "", persons, bare);
    }

    // Whoever is named in the words for a source is taken for it, unless something of his is.
    private static Party SourceOf(ClaimSentence sentence, TextSpan span)
    {
        Party party = PartyOf(sentence, new PredicateArgument(ArgumentRole.Agent, span, span, null));
        return party with { Persons = [.. sentence.Persons.Where(p => span.Contains(p.Span) && (p.Span.End == span.End || sentence.Say(new TextSpan(p.Span.End, p.Span.End + 1)) is not ("'" or "’")))] };
    }

    // The name is the party itself, not somebody of whom it speaks: "Bram Haldane", "the coach, Inga Solvay", not "Solvay's club".
    private static bool Is(ClaimSentence sentence, in PredicateArgument argument, TextSpan name)
    {
        if (name.Contains(argument.Head))
            return true;
        if (name.Start < argument.Head.End)
            return false;
        string between = sentence.Say(new TextSpan(argument.Head.End, name.Start));
        return between == " " || between.EndsWith(", ", StringComparison.Ordinal);
    }

    private static ComparableWord WordAt(ClaimSentence sentence, TextSpan span) => Array.Find(sentence.Words, w => w.Span.Overlaps(span));

    private static IEnumerable<string> WordsOf(string text, Predication told)
    {
        string word = told.Particle is { } particle ? told.Lemma + " " + particle : told.Lemma;
        if (told.Preposition is { } before)
        {
            yield return before + " " + told.Lemma;
            yield break;
        }
        if (told.Complement is { } complement)
        {
            string form = Vocabulary.Fold(complement.Over(text)), lemma = WordTagger.BaseForm(complement.Over(text), UniversalTag.Verb);
            yield return word + " " + form;
            if (!form.EndsWith("ing", StringComparison.Ordinal))
            {
                yield return form;
                if (lemma != form)
                    yield return lemma;
                yield break;
            }
        }
        foreach (PredicateArgument argument in told.Arguments)
        {
            string head = WordTagger.BaseForm(argument.Head.Over(text), UniversalTag.Noun);
            if (argument.Preposition is { } preposition)
            {
                yield return word + " " + preposition;
                yield return preposition + " " + head;
            }
            else if (argument.Role == ArgumentRole.Theme)
            {
                yield return word + " " + head;
            }
        }
        yield return word;
    }

    // "no ship sailed", "found nothing": the word that says that there is none; null where the verb's own negation counts it already.
    private static TextSpan? NoneOf(ClaimSentence sentence, Predication told, Party party)
    {
        string words = sentence.Say(party.Argument.Span);
        int blank = words.IndexOf(' ', StringComparison.Ordinal), end = blank < 0 ? words.Length : blank;
        var first = new TextSpan(party.Argument.Span.Start, party.Argument.Span.Start + end);
        string word = Vocabulary.Fold(words.AsSpan(0, end));
        // "no fewer than 40" says that there were.
        string[] phrase = [.. words.Split(' ').Take(PhraseWords).Select(w => Vocabulary.Fold(w))];
        if (MeaningWords.English.At(phrase) is { Length: > 1, Class: not MeaningClass.Negation })
            return null;
        return Outcomes.English.IsNone(word) && !told.Evidence.Contains(first) ? first : null;
    }

    // A negation right before the word that is not counted, or one that is counted and stands far off: the parser may have hung it on another word.
    private static bool IsUnclear(ClaimSentence sentence, Predication told, TextSpan[] none)
    {
        foreach (ref readonly ComparableWord word in sentence.Words.AsSpan())
        {
            if (word.Span.End > told.Word.Start || told.Word.Start - word.Span.Start > NearWord)
                continue;
            if ((Outcomes.English.IsNone(word.Form) || (Vocabulary.English.ClassOf(word.Form) & WordClass.Negation) != WordClass.None) && !told.Evidence.Concat(none).Any(word.Span.Overlaps))
                return true;
        }
        return !told.IsPositive && told.Evidence.All(e => Math.Abs(e.Start - told.Word.Start) > NearWord);
    }

    private static TextSpan ValueOf(Predication told, TextSpan[] none)
    {
        TextSpan value = told.Word;
        foreach (TextSpan evidence in told.Evidence.Concat(none))
        {
            if (Math.Abs(evidence.Start - told.Word.Start) <= NearWord)
                value = value.Union(evidence);
        }
        return told.Complement is { } complement && complement.End - value.Start <= 2 * NearWord ? value.Union(complement) : value;
    }

    private static bool Doubts(string text, TextSpan cue)
    {
        foreach (Range part in cue.Over(text).Split(' '))
        {
            if (Outcomes.English.IsDoubting(WordTagger.BaseForm(cue.Over(text)[part], UniversalTag.Verb)))
                return true;
        }
        return false;
    }
}

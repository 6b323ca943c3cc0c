using Stemma.Annotation;
using Stemma.Cli.Eval;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Training.Names;

/// <summary>The sets of labelled names, and which parts of them are learned from, chosen by and measured on.</summary>
internal sealed class NameSets(int development)
{
    /// <summary>Of five documents of wikigold and re3d the last is held back and the one before it serves for choosing; of five of Universal NER's dev part the last serves for choosing.</summary>
    private const int Parts = 5, HeldBack = 4;

    /// <summary>The part that serves for choosing where none is told.</summary>
    public const int UsualDevelopment = 3;

    /// <summary>The sources in re3d whose licence forbids commercial use or does not tell: measured on alone.</summary>
    private static readonly string[] s_measuredAlone = ["BBC_Online", "Delegation_of_the_European_Union_to_Syria"];

    public List<NameDocument> Train { get; } = [];

    public List<NameDocument> Dev { get; } = [];

    public List<NameDocument> Test { get; } = [];

    /// <summary>Reads the folder that has wikigold/, uner_ewt/ and gum/.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="trainOnDevelopment">True to learn from the part that serves for choosing as well.</param>
    /// <param name="development">Which part of the documents serves for choosing, from 0 to 3; of GUM its own development part where it is the usual one, else every fifth document.</param>
    public static NameSets Open(string folder, bool trainOnDevelopment, int development = UsualDevelopment)
    {
        var sets = new NameSets(development);
        List<IobText> wikigold = IobText.Read(Path.Combine(folder, "wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt"));
        for (int d = 0; d < wikigold.Count; d++)
            sets.Add(Plain("wikigold", wikigold[d], Unmarked.NoName), d % Parts == HeldBack, d % Parts == development);
        List<IobText> dev = IobText.Read(Path.Combine(folder, "uner_ewt/en_ewt-ud-dev.iob2"));
        for (int d = 0; d < dev.Count; d++)
            sets.Add(Plain("uner_ewt", dev[d], Unmarked.NoneButOthers), false, d % Parts == development + 1);
        foreach (IobText document in IobText.Read(Path.Combine(folder, "uner_ewt/en_ewt-ud-test.iob2")))
            sets.Add(Plain("uner_ewt", document, Unmarked.NoneButOthers), true, false);
        sets.AddRe3d(Path.Combine(folder, "wikigold/data/re3d/CONLL-format"));
        (string File, NameDocument Document)[] gum = [.. GumNames.Read(Path.Combine(folder, "gum")).Where(g => !Treebanks.IsGumTest(g.File))];
        for (int g = 0; g < gum.Length; g++)
            sets.Add(gum[g].Document, false, development == UsualDevelopment ? Treebanks.IsGumDev(gum[g].File) : g % Parts == development);
        if (trainOnDevelopment)
            sets.Train.AddRange(sets.Dev);
        return sets;
    }

    private void Add(NameDocument document, bool test, bool dev) => (test ? Test : dev ? Dev : Train).Add(document);

    private void AddRe3d(string folder)
    {
        HashSet<string> held = [.. IobText.Read(Path.Combine(folder, "data/test/re3d-test.conll")).SelectMany(d => d.Sentences).Select(WordsOf)];
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(folder, "data-by-source"), "*.conll", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        for (int f = 0; f < files.Length; f++)
        {
            foreach (IobText document in IobText.Read(files[f]))
            {
                bool test = f % Parts == HeldBack || s_measuredAlone.Any(s => files[f].Contains(s, StringComparison.Ordinal));
                Add(Phrases(document, test ? [] : held), test, f % Parts == development);
            }
        }
    }

    private static string WordsOf(IobSentence sentence) => string.Join(' ', sentence.Tokens.Select(t => t.Word));

    private static NameDocument Plain(string set, IobText text, Unmarked rest)
    {
        var names = new List<MarkedName>();
        for (int s = 0; s < text.Sentences.Count; s++)
        {
            foreach ((int first, int end, string label) in IobText.NamesOf([.. text.Sentences[s].Tokens.Select(t => t.Label)]))
            {
                var span = new TextSpan(text.Spans[s][first].Start, text.Spans[s][end - 1].End);
                if (label is "PER" or "ORG" or "LOC" or "MISC")
                    names.Add(new MarkedName(span, [label switch { "PER" => NameKind.Person, "ORG" => NameKind.Organisation, "LOC" => NameKind.Place, _ => NameKind.Other }]));
                else
                    names.Add(new MarkedName(span, [NameKind.Other], MayBeNone: true));
            }
        }
        return new NameDocument(set, text.Text, names, rest);
    }

    // re3d marks every phrase that refers to somebody, with titles and articles; the names are taken out of them where they are clear.
    private static NameDocument Phrases(IobText text, HashSet<string> held)
    {
        var names = new List<MarkedName>();
        for (int s = 0; s < text.Sentences.Count; s++)
        {
            IobSentence sentence = text.Sentences[s];
            if (held.Contains(WordsOf(sentence)) && text.Spans[s].Length > 0)
            {
                names.Add(new MarkedName(new TextSpan(text.Spans[s][0].Start, text.Spans[s][^1].End), []));
                continue;
            }
            foreach ((int first, int end, string label) in IobText.NamesOf([.. sentence.Tokens.Select(t => t.Label)]))
            {
                string[] words = [.. sentence.Tokens.Skip(first).Take(end - first).Select(t => t.Word)];
                if (!words.Any(w => char.IsUpper(w[0])))
                    continue;
                int start = label == "Person" ? BehindTitle(words) : BehindSmall(words);
                var span = new TextSpan(text.Spans[s][Math.Min(first + start, end - 1)].Start, text.Spans[s][end - 1].End);
                bool clear = start < words.Length && words[start..].All(w => !char.IsLower(w[0]));
                bool country = clear && NameTables.English.CountryOf(Vocabulary.Fold(string.Join(' ', words[start..]))) is not null;
                if (start == words.Length || Vocabulary.English.ClassOf(Vocabulary.Fold(words[^1])) != WordClass.None)
                    continue;
                if (label == "Person" && clear)
                    names.Add(new MarkedName(span, [NameKind.Person]));
                else if (label is "Organisation" or "Location" && clear)
                    names.Add(new MarkedName(span, country ? [NameKind.Organisation, NameKind.Place] : [label == "Location" ? NameKind.Place : NameKind.Organisation]));
                else
                    names.Add(new MarkedName(span, label is "Person" or "Organisation" or "Location" ? [] : [NameKind.Other], MayBeNone: true));
            }
        }
        return new NameDocument("re3d", text.Text, names, Unmarked.NoneButOthers);
    }

    private static int BehindTitle(string[] words)
    {
        int start = BehindSmall(words);
        for (int i = start; i < words.Length; i++)
        {
            string word = Vocabulary.Fold(words[i]);
            if (NameTables.English.RoleOf(word) is not null || NameTables.English.IsTitleWord(word))
                start = i + 1;
        }
        while (start < words.Length && !char.IsLetter(words[start][0]))
            start++;
        return start;
    }

    private static int BehindSmall(string[] words)
    {
        int start = 0;
        while (start < words.Length && (!char.IsUpper(words[start][0]) || Vocabulary.English.ClassOf(Vocabulary.Fold(words[start])) != WordClass.None))
            start++;
        return start;
    }
}

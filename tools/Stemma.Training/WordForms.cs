using System.Globalization;
using System.Text;
using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>
/// The spellings of dictionary words and which forms each can be: the single words of WordNet, inflected by rule where SCOWL
/// has the form and by WordNet's lists of exceptions; the names and abbreviations of SCOWL.
/// </summary>
internal sealed class WordForms
{
    /// <summary>SCOWL's size: lists up to 80 hold the words of a large dictionary.</summary>
    private const int LargestWordList = 80;

    /// <summary>SCOWL's size: larger lists hold names that are words more often.</summary>
    private const int LargestNameList = 70;

    private readonly SortedDictionary<string, FormKinds> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spellings = new(StringComparer.Ordinal);

    private WordForms()
    {
    }

    /// <summary>For every spelling, in small letters, what it can be; in ordinal order.</summary>
    public IReadOnlyDictionary<string, FormKinds> Kinds => _kinds;

    /// <summary>The spellings that are common enough to be kept whatever they tell, by SCOWL's sizes.</summary>
    public required HashSet<string> Common { get; init; }

    /// <summary>Reads WordNet's and SCOWL's files.</summary>
    /// <param name="wordnet">The folder with data.noun and the rest.</param>
    /// <param name="scowl">The folder with english-words.10 and the rest.</param>
    /// <param name="common">The largest SCOWL size that counts as common.</param>
    public static WordForms Read(string wordnet, string scowl, int common)
    {
        var forms = new WordForms { Common = new(StringComparer.Ordinal) };
        forms.ReadLists(scowl, common);
        forms.ReadPart(wordnet, "noun", FormKinds.Noun);
        forms.ReadPart(wordnet, "verb", FormKinds.Verb);
        forms.ReadPart(wordnet, "adj", FormKinds.Adjective);
        forms.ReadPart(wordnet, "adv", FormKinds.Adverb);
        return forms;
    }

    private void ReadLists(string scowl, int common)
    {
        foreach (string file in Directory.EnumerateFiles(scowl).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            int size = int.Parse(name[(name.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture);
            if (size > LargestWordList || name.StartsWith("special", StringComparison.Ordinal) || name.Contains("variant_", StringComparison.Ordinal))
                continue;
            bool words = name.Contains("-words.", StringComparison.Ordinal), abbreviations = name.Contains("-abbreviations.", StringComparison.Ordinal);
            bool names = (name.Contains("-upper.", StringComparison.Ordinal) || name.Contains("-proper-names.", StringComparison.Ordinal)) && size <= LargestNameList;
            foreach (string line in File.ReadLines(file, Encoding.Latin1).Where(l => !l.EndsWith("'s", StringComparison.Ordinal)))
            {
                string lower = line.ToLowerInvariant();
                if (words)
                    _spellings.Add(line);
                else if (names)
                    Add(lower, FormKinds.Capitalised);
                else if (abbreviations)
                    Add(lower, FormKinds.Abbreviation);
                if (size <= common)
                    Common.Add(lower);
            }
        }
    }

    private void ReadPart(string wordnet, string part, FormKinds kind)
    {
        var exceptions = File.ReadLines(Path.Combine(wordnet, part + ".exc")).Select(l => l.Split(' ')).ToLookup(c => c[1], c => c[0], StringComparer.Ordinal);
        foreach ((string lemma, bool proper) in Lemmas(Path.Combine(wordnet, "data." + part)))
        {
            Add(lemma, proper ? FormKinds.Proper : kind);
            if (!proper)
                Inflect(lemma, kind, [.. exceptions[lemma]]);
        }
    }

    // The single words of a part of speech; true where every sense writes it with a capital.
    private static SortedDictionary<string, bool> Lemmas(string file)
    {
        var lemmas = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(file).Where(l => l[0] != ' '))
        {
            string[] columns = line.Split(' ');
            int words = int.Parse(columns[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (int i = 0; i < words; i++)
            {
                string word = columns[4 + (2 * i)];
                int syntacticMark = word.IndexOf('(', StringComparison.Ordinal);
                if (syntacticMark > 0)
                    word = word[..syntacticMark];
                if (word.Contains('_', StringComparison.Ordinal))
                    continue;
                string lower = word.ToLowerInvariant();
                lemmas[lower] = (!lemmas.TryGetValue(lower, out bool proper) || proper) && char.IsUpper(word[0]);
            }
        }
        return lemmas;
    }

    private void Inflect(string lemma, FormKinds kind, string[] exceptions)
    {
        if (kind == FormKinds.Noun)
        {
            AddAll(exceptions, FormKinds.Plural);
            AddSpelt(FormKinds.Plural, WithS(lemma));
        }
        else if (kind == FormKinds.Verb)
        {
            foreach (string form in exceptions)
                Add(form, form.EndsWith("ing", StringComparison.Ordinal) ? FormKinds.Ing : form.EndsWith('s') ? FormKinds.Third : FormKinds.Past);
            AddSpelt(FormKinds.Third, WithS(lemma));
            AddSpelt(FormKinds.Ing, lemma + "ing", WithoutE(lemma) + "ing", lemma + lemma[^1] + "ing");
            // What has an irregular past has no regular one: "goed" is no word even where a list has it.
            if (!exceptions.Any(f => !f.EndsWith("ing", StringComparison.Ordinal) && !f.EndsWith("ed", StringComparison.Ordinal)))
                AddSpelt(FormKinds.Past, EndsInConsonantY(lemma) ? lemma[..^1] + "ied" : WithoutE(lemma) + "ed", lemma + lemma[^1] + "ed");
        }
        else if (kind == FormKinds.Adjective)
        {
            foreach (string form in exceptions)
                Add(form, form.EndsWith("st", StringComparison.Ordinal) ? FormKinds.Superlative : FormKinds.Comparative);
            string stem = EndsInConsonantY(lemma) ? lemma[..^1] + "i" : WithoutE(lemma);
            AddSpelt(FormKinds.Comparative, stem + "er", lemma + lemma[^1] + "er");
            AddSpelt(FormKinds.Superlative, stem + "est", lemma + lemma[^1] + "est");
        }
    }

    private static string WithoutE(string lemma) => lemma.EndsWith('e') ? lemma[..^1] : lemma;

    private static bool EndsInConsonantY(string lemma) => lemma.Length > 1 && lemma.EndsWith('y') && !"aeou".Contains(lemma[^2], StringComparison.Ordinal);

    private static string[] WithS(string lemma) => EndsInConsonantY(lemma) ? [lemma[..^1] + "ies"] : [lemma + "s", lemma + "es"];

    private void Add(string form, FormKinds kind) => _kinds[form] = _kinds.GetValueOrDefault(form) | kind;

    private void AddAll(string[] forms, FormKinds kind)
    {
        foreach (string form in forms)
            Add(form, kind);
    }

    private void AddSpelt(FormKinds kind, params ReadOnlySpan<string> forms)
    {
        foreach (string form in forms)
        {
            if (_spellings.Contains(form))
                Add(form, kind);
        }
    }
}

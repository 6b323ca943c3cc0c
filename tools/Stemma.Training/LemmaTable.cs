using System.IO.Compression;
using System.Text;
using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>
/// The irregular forms: WordNet's lists of exceptions, as far as SCOWL has the form, and what the training text gives to a word
/// three times or more, and twice as often as anything else. Whatever the rules find without it is left out.
/// </summary>
internal static class LemmaTable
{
    /// <summary>In occurrences.</summary>
    private const int Seen = 3;

    private static readonly (string File, string Tag)[] s_lists = [("noun", "NOUN"), ("verb", "VERB"), ("adj", "ADJ"), ("adv", "ADV")];

    /// <summary>The rows: form, tag, base form; in ordinal order.</summary>
    public static IEnumerable<string> Rows(string wordnet, WordForms forms, IReadOnlyList<GoldSentence> train, Lemmatizer rules)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string file, string tag) in s_lists)
        {
            foreach (string[] columns in File.ReadLines(Path.Combine(wordnet, file + ".exc")).Select(l => l.Split(' ')))
            {
                if (forms.Common.Contains(columns[0]) && columns[0] != columns[1])
                    rows.TryAdd($"{columns[0]}\t{tag}", columns[1]);
            }
        }
        foreach (IGrouping<string, string> word in train.SelectMany(s => s.Words).Where(IsInflected)
            .GroupBy(w => $"{Plain(w.Form)}\t{NameOf(w.Tag)}", w => w.Lemma, StringComparer.Ordinal))
        {
            IGrouping<string, string>[] lemmas = [.. word.GroupBy(l => l, StringComparer.Ordinal).OrderByDescending(l => l.Count()).ThenBy(l => l.Key, StringComparer.Ordinal).Take(2)];
            if (lemmas[0].Count() >= Seen && (lemmas.Length == 1 || lemmas[0].Count() >= 2 * lemmas[1].Count()))
                rows[word.Key] = lemmas[0].Key;
        }
        return rows.Select(r => $"{r.Key}\t{r.Value}").Where(r => IsNews(r, rules));
    }

    /// <summary>Packs lines; the same lines give the same bytes.</summary>
    public static byte[] Pack(IEnumerable<string> lines)
    {
        using var stream = new MemoryStream();
        using (var packed = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
            packed.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        byte[] bytes = stream.ToArray();
        // The header's time stamp and operating system, so that every machine makes the same file.
        bytes.AsSpan(4, 6).Clear();
        return bytes;
    }

    private static bool IsInflected(GoldWord word) => NameOf(word.Tag) is not ("PROPN" or "X" or "SYM" or "PUNCT");

    // Small letters and straight marks, as the tables have words.
    private static string Plain(string word) => word.ToLowerInvariant().Replace('’', '\'');

    private static string NameOf(UniversalTag tag) => tag.ToString().ToUpperInvariant();

    private static bool IsNews(string row, Lemmatizer rules)
    {
        string[] columns = row.Split('\t');
        return rules.BaseForm(columns[0], Enum.Parse<UniversalTag>(columns[1], ignoreCase: true)) != columns[2];
    }
}

using Stemma.Annotation.Tagging;

namespace Stemma.Cli.Eval;

/// <summary>
/// Treebanks in the format CoNLL-U in, a file or a folder of them; the same lines out with the base form (column 3) and the part
/// of speech (column 4) that the tagger gives, all other columns as they were. The words are taken as the treebank has them.
/// </summary>
internal static class EvalTagging
{
    private const int Columns = 10, Form = 1, Lemma = 2, Upos = 3;

    public static void Run(string input, string output, EvalProgress progress)
    {
        string[] files = Directory.Exists(input) ? [.. Directory.EnumerateFiles(input, "*.conllu").Order(StringComparer.Ordinal)] : [input];
        using StreamWriter writer = File.CreateText(output);
        writer.NewLine = "\n";
        foreach (string file in files)
        {
            var sentence = new List<string[]>();
            int number = 0;
            foreach (string line in File.ReadLines(file).Append(""))
            {
                number++;
                if (line.Length > 0)
                {
                    string[] columns = line[0] == '#' ? [line] : line.Split('\t');
                    if (columns.Length != Columns && line[0] != '#')
                        throw new FormatException($"{file}: line {number} has {columns.Length} columns, not {Columns}");
                    sentence.Add(columns);
                }
                else if (sentence.Count > 0)
                {
                    Write(writer, sentence);
                    sentence.Clear();
                    progress.Step();
                }
            }
        }
    }

    private static void Write(StreamWriter writer, List<string[]> sentence)
    {
        // Numbers such as 3-4 and 3.1 stand for spellings of several words and for words that are not written.
        string[][] words = [.. sentence.Where(c => c.Length == Columns && c[0].All(char.IsAsciiDigit))];
        IReadOnlyList<UniversalTag> tags = WordTagger.Tag([.. words.Select(w => w[Form])]);
        for (int i = 0; i < words.Length; i++)
        {
            words[i][Upos] = tags[i].ToString().ToUpperInvariant();
            words[i][Lemma] = WordTagger.BaseForm(words[i][Form], tags[i]);
        }
        foreach (string[] line in sentence)
            writer.WriteLine(string.Join('\t', line));
        writer.WriteLine();
    }
}

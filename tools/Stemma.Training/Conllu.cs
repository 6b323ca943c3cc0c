using System.Globalization;
using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>A word of a treebank.</summary>
/// <param name="Form">As it is written.</param>
/// <param name="Lemma">Its base form.</param>
/// <param name="Tag">Its part of speech.</param>
/// <param name="Head">The index of its head in the sentence, negative for the head of the sentence.</param>
/// <param name="Relation">Its relation to its head, as the treebank writes it.</param>
internal sealed record GoldWord(string Form, string Lemma, UniversalTag Tag, int Head, string Relation);

/// <summary>A sentence of a treebank.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Words">Its words.</param>
internal sealed record GoldSentence(string Text, GoldWord[] Words);

/// <summary>Reads treebanks in the format CoNLL-U.</summary>
internal static class Conllu
{
    private const string TextComment = "# text = ";

    /// <summary>The sentences of the files, in order. Words of more than one token and empty nodes are passed over.</summary>
    public static List<GoldSentence> Read(params IEnumerable<string> files)
    {
        var sentences = new List<GoldSentence>();
        foreach (string file in files)
        {
            var words = new List<GoldWord>();
            string text = "";
            foreach (string line in File.ReadLines(file).Append(""))
            {
                if (line.Length == 0 && words.Count > 0)
                {
                    sentences.Add(new GoldSentence(text, [.. words]));
                    words.Clear();
                }
                else if (line.StartsWith(TextComment, StringComparison.Ordinal))
                {
                    text = line[TextComment.Length..];
                }
                else if (line.Length > 0 && line[0] != '#')
                {
                    string[] columns = line.Split('\t');
                    if (columns[0].All(char.IsAsciiDigit))
                        words.Add(new GoldWord(columns[1], columns[2], Enum.Parse<UniversalTag>(columns[3], ignoreCase: true), int.Parse(columns[6], CultureInfo.InvariantCulture) - 1, columns[7]));
                }
            }
        }
        return sentences;
    }
}

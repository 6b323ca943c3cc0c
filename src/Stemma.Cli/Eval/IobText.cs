using System.Text;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>A sentence of a file that labels the tokens of names.</summary>
/// <param name="Lines">Its lines, those of tokens and others.</param>
/// <param name="Tokens">Its tokens, with the index of the line, the words and the label of each.</param>
internal sealed record IobSentence(List<string> Lines, List<(int Line, string Word, string Label)> Tokens);

/// <summary>
/// A document of a file in one of the formats IOB1, IOB2 (a token a line, the label in the last column) or that of Universal NER
/// (number, token, label, …), with running text put together from its tokens.
/// </summary>
internal sealed class IobText
{
    private const string DocumentLine = "-DOCSTART-", DocumentComment = "# newdoc", TextComment = "# text = ";

    private IobText(List<IobSentence> sentences, bool joinMarks)
    {
        Sentences = sentences;
        var text = new StringBuilder();
        Spans = [.. sentences.Select(s => Write(s, text, joinMarks))];
        Text = text.ToString();
    }

    /// <summary>Its sentences.</summary>
    public List<IobSentence> Sentences { get; }

    /// <summary>The running text, a line a sentence.</summary>
    public string Text { get; }

    /// <summary>Where the tokens of each sentence stand in <see cref="Text"/>.</summary>
    public TextSpan[][] Spans { get; }

    /// <summary>The names of a sentence as first token, token behind the last, and label without place.</summary>
    public static List<(int First, int End, string Label)> NamesOf(IReadOnlyList<string> labels)
    {
        var names = new List<(int, int, string)>();
        int start = -1;
        for (int i = 0; i <= labels.Count; i++)
        {
            string label = i < labels.Count ? labels[i] : "O";
            bool goesOn = start >= 0 && label.StartsWith("I-", StringComparison.Ordinal) && label[2..] == labels[start][2..];
            if (start >= 0 && !goesOn)
            {
                names.Add((start, i, labels[start][2..]));
                start = -1;
            }
            if (start < 0 && label.Length > 2)
                start = i;
        }
        return names;
    }

    /// <summary>The documents of a file. Where it marks none, it is one.</summary>
    public static List<IobText> Read(string path)
    {
        var documents = new List<List<IobSentence>> { new() };
        var sentence = new IobSentence([], []);
        void Close()
        {
            if (sentence.Lines.Count > 0)
                documents[^1].Add(sentence);
            sentence = new IobSentence([], []);
        }

        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                Close();
                continue;
            }
            bool opens = line.StartsWith(DocumentLine, StringComparison.Ordinal) || line.StartsWith(DocumentComment, StringComparison.Ordinal);
            if (opens && documents[^1].Count > 0)
                documents.Add([]);
            sentence.Lines.Add(line);
            string[] columns = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ' ');
            if (line.StartsWith(DocumentLine, StringComparison.Ordinal) || columns.Length < 2 || (line[0] == '#' && line.StartsWith("# ", StringComparison.Ordinal) && columns[^1] != "O"))
                continue;
            bool numbered = columns.Length > 3 && columns[0].All(char.IsAsciiDigit);
            sentence.Tokens.Add((sentence.Lines.Count - 1, numbered ? columns[1] : columns[0], numbered ? columns[2] : columns[^1]));
        }
        Close();
        // A set that has no word with a hyphen inside parts its words there.
        bool joinMarks = !documents.SelectMany(d => d).SelectMany(s => s.Tokens).Any(t => t.Word.Length > 3 && t.Word.AsSpan(1, t.Word.Length - 2).Contains('-') && char.IsLetter(t.Word[0]));
        return [.. documents.Where(d => d.Count > 0).Select(d => new IobText(d, joinMarks))];
    }

    private static TextSpan[] Write(IobSentence sentence, StringBuilder text, bool joinMarks)
    {
        string? written = sentence.Lines.Find(l => l.StartsWith(TextComment, StringComparison.Ordinal))?[TextComment.Length..];
        int start = text.Length;
        var spans = written is null ? null : Find(sentence, written, start);
        if (spans is not null)
            text.Append(written);
        else
            spans = Join(sentence, text, joinMarks);
        if (text.Length > start)
            text.Append('\n');
        return spans;
    }

    private static TextSpan[]? Find(IobSentence sentence, string written, int start)
    {
        var spans = new TextSpan[sentence.Tokens.Count];
        int at = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            int found = written.IndexOf(sentence.Tokens[i].Word, at, StringComparison.Ordinal);
            if (found < 0)
                return null;
            at = found + sentence.Tokens[i].Word.Length;
            spans[i] = new TextSpan(start + found, start + at);
        }
        return spans;
    }

    // Puts blanks between tokens as print does.
    private static TextSpan[] Join(IobSentence sentence, StringBuilder text, bool joinMarks)
    {
        var spans = new TextSpan[sentence.Tokens.Count];
        bool quoted = false, glue = true;
        for (int i = 0; i < spans.Length; i++)
        {
            string word = sentence.Tokens[i].Word;
            bool joint = joinMarks && word is "-" or "’" && joinMarks && i > 0 && i + 1 < spans.Length
                && char.IsLetterOrDigit(sentence.Tokens[i - 1].Word[^1]) && char.IsLetterOrDigit(sentence.Tokens[i + 1].Word[0]);
            bool closes = word is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "”" or "'s" or "’s" or "n't" or "n’t" or "'re" or "'ve" or "'ll" or "'d" or "'m" or "'"
                || (word == "\"" && quoted) || joint;
            if (!glue && !closes)
                text.Append(' ');
            spans[i] = new TextSpan(text.Length, text.Length + word.Length);
            text.Append(word);
            if (word == "\"")
                quoted = !quoted;
            glue = word is "(" or "[" or "$" or "£" or "“" or "‘" or "#" || (word == "\"" && quoted) || joint;
        }
        return spans;
    }
}

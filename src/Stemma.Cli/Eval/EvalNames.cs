using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>
/// Files that label the tokens of names in, one or a folder of them; the same lines out with the labels (B-, I- and PER, ORG, LOC or
/// MISC) of the names that the engine finds in running text put together from the tokens, so that its own tokeniser is measured too.
/// </summary>
internal static class EvalNames
{
    public static void Run(string input, string output, EvalProgress progress)
    {
        string[] files = Directory.Exists(input) ? [.. Directory.EnumerateFiles(input, "*.conll", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [input];
        using StreamWriter writer = File.CreateText(output);
        writer.NewLine = "\n";
        foreach (string file in files)
        {
            foreach (IobText document in IobText.Read(file))
            {
                AnnotatedReport report = Annotator.Annotate(new Report { Id = file, Text = document.Text, Language = "en" });
                for (int s = 0; s < document.Sentences.Count; s++)
                    Write(writer, document.Sentences[s], Labels(document.Spans[s], report.Names));
                progress.Step();
            }
        }
    }

    // A token belongs to a name that has half of its letters or more.
    private static string[] Labels(TextSpan[] tokens, IReadOnlyList<NameMention> names)
    {
        var labels = new string[tokens.Length];
        Array.Fill(labels, "O");
        if (tokens.Length == 0)
            return labels;
        int first = 0, last = names.Count;
        while (first < last)
        {
            int middle = (first + last) / 2;
            if (names[middle].Span.End <= tokens[0].Start)
                first = middle + 1;
            else
                last = middle;
        }
        for (int n = first; n < names.Count && names[n].Span.Start < tokens[^1].End; n++)
        {
            bool begun = false;
            for (int t = 0; t < tokens.Length; t++)
            {
                int shared = Math.Min(tokens[t].End, names[n].Span.End) - Math.Max(tokens[t].Start, names[n].Span.Start);
                if (2 * shared < tokens[t].Length || labels[t] != "O")
                    continue;
                labels[t] = (begun ? "I-" : "B-") + NameOf(names[n].Kind);
                begun = true;
            }
        }
        return labels;
    }

    private static string NameOf(NameKind kind) => kind switch { NameKind.Person => "PER", NameKind.Organisation => "ORG", NameKind.Place => "LOC", _ => "MISC" };

    private static void Write(StreamWriter writer, IobSentence sentence, string[] labels)
    {
        int token = 0;
        for (int l = 0; l < sentence.Lines.Count; l++)
        {
            if (token < labels.Length && sentence.Tokens[token].Line == l)
                writer.WriteLine($"{sentence.Tokens[token].Word}\t{labels[token++]}");
            else
                writer.WriteLine(sentence.Lines[l]);
        }
        writer.WriteLine();
    }
}

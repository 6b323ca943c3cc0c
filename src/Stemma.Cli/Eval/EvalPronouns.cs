using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Chains;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>
/// The table of GAP in; lines {id, A, B} with TRUE where the pronoun stands for the name out, for gap_scorer.py. The first
/// output asks the engine with the names that it finds itself; the two names of the table serve to compare alone.
/// A second output, NAME.given.EXTENSION, is told the two names ("gold two mention"). The page's address is never read.
/// </summary>
internal static class EvalPronouns
{
    private const int Columns = 11, Text = 1, Pronoun = 3, A = 4, B = 7;

    public static void Run(string input, string output, EvalProgress progress)
    {
        using StreamWriter found = File.CreateText(output);
        using StreamWriter given = File.CreateText(Path.ChangeExtension(output, ".given" + Path.GetExtension(output)));
        found.NewLine = given.NewLine = "\n";
        int number = 1;
        foreach (string line in File.ReadLines(input).Skip(1))
        {
            number++;
            string[] columns = line.Split('\t');
            if (columns.Length != Columns)
                throw new FormatException($"{input}: line {number} has {columns.Length} columns, not {Columns}");
            // Offsets count code points; a text beyond the basic plane would need them converted.
            if (columns[Text].Any(char.IsSurrogate))
                throw new FormatException($"{input}: line {number} has characters beyond the basic plane");
            AnnotatedReport report = Annotator.Annotate(new Report { Id = columns[0], Text = columns[Text], Language = "en" });
            TextSpan a = Span(columns, A), b = Span(columns, B);
            int pronoun = int.Parse(columns[Pronoun], CultureInfo.InvariantCulture);
            Write(found, columns[0], Pronouns.Resolve(report), pronoun, a, b);
            Write(given, columns[0], Pronouns.Resolve(report, [a, b]), pronoun, a, b);
            progress.Step();
        }
    }

    private static TextSpan Span(string[] columns, int name)
    {
        int start = int.Parse(columns[name + 1], CultureInfo.InvariantCulture);
        return new TextSpan(start, start + columns[name].Length);
    }

    private static void Write(StreamWriter writer, string id, IReadOnlyList<ResolvedPronoun> resolved, int pronoun, TextSpan a, TextSpan b)
    {
        IReadOnlyList<TextSpan> chain = resolved.FirstOrDefault(r => r.Span.Start == pronoun)?.Chain ?? [];
        string Covers(TextSpan name) => chain.Any(m => m.Overlaps(name)) ? "TRUE" : "FALSE";
        writer.WriteLine($"{id}\t{Covers(a)}\t{Covers(b)}");
    }
}

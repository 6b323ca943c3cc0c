using System.Text.Json;
using Stemma.Annotation;
using Stemma.Annotation.Predications;
using Stemma.Library;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>What the clauses of texts tell: who did what to whom, polarity and certainty.</summary>
internal static class EvalClaims
{
    public static void Run(string input, string output, EvalProgress progress)
    {
        using FileStream stream = File.Create(output);
        foreach (JsonElement document in JsonLines.Read(input))
        {
            string id = document.Text("doc_id") ?? throw new FormatException($"{input}: an object has no doc_id");
            string text = document.Text("text") ?? throw new FormatException($"{input}: {id} has no text");
            AnnotatedReport report = Annotator.Annotate(new Report { Id = id, Text = text, Language = "en" });
            foreach (Predication predication in PredicationReader.Find(report))
                JsonLines.Write(stream, line => Write(line, id, text, predication));
            progress.Step();
        }
    }

    private static void Write(Utf8JsonWriter line, string id, string text, Predication predication)
    {
        line.WriteString("doc_id", id);
        WriteSpan(line, predication.Word);
        line.WriteString("text", predication.Word.In(text));
        if (predication.Copula is { } copula)
        {
            line.WriteStartObject("copula");
            WriteSpan(line, copula);
            line.WriteEndObject();
        }
        line.WriteString("kind", predication.Kind.ToString().ToUpperInvariant());
        line.WriteString("polarity", predication.IsPositive ? "POS" : "NEG");
        line.WriteString("certainty", predication.Certainty.ToString().ToUpperInvariant());
        line.WriteString("time", predication.IsAhead ? "FUTURE" : "NON_FUTURE");
        line.WriteStartArray("args");
        foreach (PredicateArgument argument in predication.Arguments)
        {
            line.WriteStartObject();
            line.WriteString("role", argument.Role switch { ArgumentRole.Agent => "Arg0", ArgumentRole.Theme => "Arg1", ArgumentRole.Recipient or ArgumentRole.Extent => "Arg2", _ => "Beside" });
            WriteSpan(line, argument.Span);
            line.WriteNumber("head", argument.Head.Start);
            if (argument.Pronoun is { } pronoun)
                line.WriteNumber("pronoun", pronoun.Start);
            line.WriteEndObject();
        }
        line.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter line, TextSpan span)
    {
        line.WriteNumber("start", span.Start);
        line.WriteNumber("end", span.End);
    }
}

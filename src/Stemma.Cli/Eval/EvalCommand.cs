using System.CommandLine;

namespace Stemma.Cli.Eval;

/// <summary><c>stemma eval</c>: writes predictions in the formats of public scorers, so that anybody can score a build.</summary>
internal static class EvalCommand
{
    /// <summary>A part of the engine that can be scored.</summary>
    /// <param name="Name">The word on the command line.</param>
    /// <param name="Does">What goes in and what comes out.</param>
    /// <param name="Run">Reads the input path, writes the output path, tells its progress.</param>
    private sealed record Part(string Name, string Does, Action<string, string, EvalProgress> Run);

    private static readonly Part[] s_parts =
    [
        new("reading", "JSON lines {id, url, html} or {id, text} → lines {id, text, title, authors, date}", EvalReading.Run),
        new("quotes", "JSON lines {id, text} → lines {doc_id, content, source, cue, speaker_name, kind, rule}, the first three lists of [start, end], offsets in code points", EvalQuotes.Run),
        new("tagging", "a treebank (.conllu), or a folder of them → the same lines with the base form and the part of speech that the tagger gives", EvalTagging.Run),
        new("pronouns", "a table of GAP → lines id, A, B: TRUE where the pronoun stands for the name; beside it NAME.given.EXTENSION, where the engine was told the two names", EvalPronouns.Run),
        new("names", "tokens with labels of names (CoNLL, IOB1, IOB2, Universal NER), a file or a folder of .conll → lines token, tab, label of the names that are found", EvalNames.Run),
        new("time", "JSON lines {doc_id, text, dct} → lines {doc_id, start, end, text, type, value}, offsets in code points", EvalTime.Run),
        new("dating", "JSON lines {doc_id, text, dct, corpus} → lines {doc_id, stripped, protocol, draw, dated, truth, from, to, reasons}: each text without its date, alone and beside others of its corpus of which one or all are dated", EvalDating.Run),
        new("claims", "JSON lines {doc_id, text} → lines {doc_id, start, end, text, polarity, certainty, time, args}: what the clauses tell, offsets in UTF-16", EvalClaims.Run),
        new("pairs", "JSON lines {id, a, b}, each a pair of reports {text, published, outlet} → lines {id, verdict}; or {id, reports} → lines {id, conflicts}", EvalPairs.Run),
        new("support", "JSON lines {premise, hypothesis} → lines number, tab, how far the premise tells the hypothesis", EvalSupport.Run),
        new("align", "a folder with pairs, src/ and susp/ → a folder of PAN XML files", EvalAlign.Run),
        new("paraphrase", "a table with two sentences a line (MSRP), or NAME_s1.txt beside NAME_s2.txt → lines id, tab, score", EvalParaphrase.Run),
        new("lineage", "a folder of stories sNNN/ with meta.jsonl → a folder of JSON files", EvalLineage.Run),
        new("collation", "a folder of texts of one passage (.txt) → a table: a column a text, a row a place, words that correspond side by side", EvalCollation.Run),
        new("stories", "JSON lines {id, title, text, date} → lines {id, cluster}", EvalStories.Run),
    ];

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var part = new Argument<string>("part") { Description = string.Join('\n', s_parts.Select(p => $"{p.Name}: {p.Does}")) };
        part.AcceptOnlyFromAmong([.. s_parts.Select(p => p.Name)]);
        var input = new Argument<string>("input") { Description = "the file (.gz too) or folder to read" };
        var output = new Option<string>("--output", "-o") { Description = "the file or folder to write", Required = true };
        var timing = new Option<bool>("--timing") { Description = "align alone: prints pairs a second, round by round, to the standard output after writing" };
        var command = new Command("eval", "Writes predictions in the formats of public scorers.\nExample: stemma eval quotes documents.jsonl -o quotes.jsonl") { part, input, output, timing };
        command.SetAction(parsed =>
        {
            string from = parsed.GetRequiredValue(input);
            if (!Path.Exists(from))
            {
                Console.Error.WriteLine($"stemma: {from}: no such file or folder");
                return 2;
            }
            string name = parsed.GetRequiredValue(part);
            using var progress = new EvalProgress(name);
            try
            {
                s_parts.Single(p => p.Name == name).Run(from, parsed.GetRequiredValue(output), progress);
                if (parsed.GetValue(timing) && name == "align")
                    EvalAlign.Time(from, Console.Out);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
            {
                Console.Error.WriteLine($"stemma: {e.Message}");
                return 2;
            }
            return 0;
        });
        return command;
    }
}

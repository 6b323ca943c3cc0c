using System.CommandLine;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Store;
using Stemma.Reports;

namespace Stemma.Cli;

/// <summary><c>stemma search</c>: finds reports of the library by words and fields.</summary>
internal static class SearchCommand
{
    private const int Standard = 20;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var words = new Argument<string[]>("words")
        {
            Description = "Words that must all stand in a report; \"a phrase\"; begin* of a word; -word to leave out; title:, speaker:, name:, outlet: with a word or phrase; lang:en; after:2024-03-12 (that day or later); before:2024-03-12 (earlier).",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> library = LibrarySettings.Option();
        Option<int> limit = LibrarySettings.Limit(Standard);
        var json = new Option<bool>("--json") { Description = "Print a JSON line for each report, with the places of the words." };
        var command = new Command("search", "Finds reports of the library, the best first, with the words that were found.\nExample: stemma search bridge 'speaker:\"harbour master\"' after:2024-03-12") { words, library, limit, json };
        command.SetAction(parsed => LibrarySettings.With(parsed.GetRequiredValue(library), make: false,
            store => Run(store, Joined(parsed.GetRequiredValue(words)), parsed.GetValue(limit), parsed.GetValue(json))));
        return command;
    }

    // One argument with blanks in it and no marks is what a shell made of a phrase.
    private static string Joined(string[] words) => string.Join(' ', words.Select(w =>
        words.Length > 1 && w.Contains(' ', StringComparison.Ordinal) && !w.Contains('"', StringComparison.Ordinal) ? Quoted(w) : w));

    private static string Quoted(string word)
    {
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !word.AsSpan(0, colon).Contains(' ') ? $"{word[..(colon + 1)]}\"{word[(colon + 1)..]}\"" : $"\"{word}\"";
    }

    private static int Run(ILibraryStore store, string typed, int limit, bool json)
    {
        SearchQuery query = SearchQueryParser.Parse(typed, out string? problem);
        if (problem is not null)
            return LibrarySettings.Usage(problem);
        SearchAnswer answer = store.Search(query, limit);
        if (json)
        {
            using Stream stdout = Console.OpenStandardOutput();
            foreach (SearchHit hit in answer.Hits)
                Write(stdout, hit, SearchPassage.Of(hit.Report.Report, query));
            return 0;
        }
        var printer = new SummaryPrinter(SummaryConsole.ForStandardOutput());
        printer.Print(new Phrase().Add(Headline(answer), Ink.Strong));
        foreach (SearchHit hit in answer.Hits)
            Print(printer, hit.Report, SearchPassage.Of(hit.Report.Report, query));
        return 0;
    }

    private static string Headline(SearchAnswer answer)
    {
        if (answer.Matches == 0)
            return "No report has all of these.";
        string count = $"{(answer.IsCapped ? "More than " : "")}{LibraryValues.Count(answer.Matches)} {(answer.Matches == 1 ? "report" : "reports")}";
        return answer.IsCapped ? $"{count}; the best of those added last:" : answer.Hits.Count < answer.Matches ? $"{count}, the best {answer.Hits.Count}:" : count;
    }

    private static void Print(SummaryPrinter printer, StoredReport found, SearchPassage passage)
    {
        Report report = found.Report;
        printer.Blank();
        printer.Print(new Phrase().Add(report.Title ?? report.Id, Ink.Strong));
        printer.Print(new Phrase().Add(LibraryValues.Shown(found.Id), Ink.Number)
            .Add($" {report.Outlet ?? "outlet unknown"}, {LibraryValues.Days(report.Published?.From, report.Published?.To)}, story ", Ink.Quiet)
            .Add(LibraryValues.Shown(found.Story), Ink.Number), "  ", "  ");
        if (passage.Span.IsEmpty)
            return;
        var words = new Phrase();
        int at = passage.Span.Start;
        foreach (TextSpan word in passage.Words.Where(w => passage.Span.Contains(w)))
        {
            words.Add(report.Text[at..word.Start]).Add(word.In(report.Text), Ink.Come);
            at = word.End;
        }
        printer.Print(words.Add(report.Text[at..passage.Span.End]), "  ", "  ");
    }

    private static void Write(Stream stream, SearchHit hit, SearchPassage passage) => JsonLines.Write(stream, json =>
    {
        Report report = hit.Report.Report;
        LibraryValues.WriteReport(json, hit.Report, hit.Score);
        json.WriteStartObject("passage");
        json.WriteNumber("start", passage.Span.Start);
        json.WriteNumber("end", passage.Span.End);
        json.WriteString("text", passage.Span.In(report.Text));
        json.WriteStartArray("words");
        foreach (TextSpan word in passage.Words)
        {
            json.WriteStartObject();
            json.WriteNumber("start", word.Start);
            json.WriteNumber("end", word.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}

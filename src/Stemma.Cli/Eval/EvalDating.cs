using System.Globalization;
using System.Text.Json;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Library;
using Stemma.Reports;
using Stemma.Stories.Dating;

namespace Stemma.Cli.Eval;

/// <summary>
/// Takes the dates from dated texts and lets the engine find them again: alone, and beside texts of the same corpus of which one,
/// or all, keep theirs.
/// </summary>
internal static class EvalDating
{
    /// <summary>A text with its truth.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Corpus">The set of texts about one topic that it is of.</param>
    /// <param name="Day">When it was published.</param>
    /// <param name="Undated">The text without its date.</param>
    private sealed record Sample(string Id, string Corpus, DateOnly Day, AnnotatedReport Undated)
    {
        public AnnotatedReport Dated => Undated with { Report = Undated.Report with { Published = new PublicationDate(Day, Day, DateSource.File, []) } };
    }

    public static void Run(string input, string output, EvalProgress progress)
    {
        using FileStream stream = File.Create(output);
        JsonElement[] documents = [.. JsonLines.Read(input)];
        foreach (bool wholeDates in new[] { false, true })
        {
            Sample[] samples = [.. documents.Select(d => Read(input, d, wholeDates)).OfType<Sample>().OrderBy(s => s.Id, StringComparer.Ordinal)];
            foreach (Sample[] corpus in samples.GroupBy(s => s.Corpus, StringComparer.Ordinal).Select(g => g.ToArray()))
            {
                for (int i = 0; i < corpus.Length; i++)
                {
                    foreach ((string protocol, int draw, Sample? dated, AnnotatedReport[] story) in Stories(corpus, i))
                        Write(stream, wholeDates ? "dates" : "line", protocol, draw, corpus[i], dated, story);
                    progress.Step();
                }
            }
        }
    }

    // The stories in which a text is dated; it comes first in each.
    private static IEnumerable<(string Protocol, int Draw, Sample? Dated, AnnotatedReport[] Story)> Stories(Sample[] corpus, int target)
    {
        Sample own = corpus[target];
        yield return ("alone", 0, null, [own.Undated]);
        Sample[] others = [.. corpus.Where((_, i) => i != target)];
        if (others.Length == 0)
            yield break;
        Sample nearest = others.MinBy(o => (Math.Abs(o.Day.DayNumber - own.Day.DayNumber), o.Id))!;
        yield return ("one nearest", 0, nearest, With(own, others, o => o == nearest));
        for (int draw = 0; draw < Draws; draw++)
        {
            Sample drawn = others[((RowStep * target) + (DrawStep * draw)) % others.Length];
            yield return ("one at random", draw, drawn, With(own, others, o => o == drawn));
        }
        yield return ("pair with nearest", 0, nearest, [own.Undated, nearest.Dated]);
        yield return ("all others", 0, null, With(own, others, _ => true));
    }

    private static AnnotatedReport[] With(Sample own, Sample[] others, Func<Sample, bool> isDated) =>
        [own.Undated, .. others.Select(o => isDated(o) ? o.Dated : o.Undated)];

    private static void Write(Stream stream, string stripped, string protocol, int draw, Sample sample, Sample? dated, AnnotatedReport[] story)
    {
        PublicationDate? found = DateNarrower.Narrow(story)[0];
        JsonLines.Write(stream, line =>
        {
            line.WriteString("doc_id", sample.Id);
            line.WriteString("stripped", stripped);
            line.WriteString("protocol", protocol);
            line.WriteNumber("draw", draw);
            line.WriteString("dated", dated?.Id);
            line.WriteString("truth", Day(sample.Day));
            line.WriteString("from", found is null ? null : Day(found.From));
            line.WriteString("to", found is null ? null : Day(found.To));
            WriteAll(line, "reasons", found?.Reasons ?? []);
            if (protocol == "alone")
                WriteAll(line, "words", Words(sample.Undated));
        });
    }

    private static void WriteAll(Utf8JsonWriter line, string name, IEnumerable<string> values)
    {
        line.WriteStartArray(name);
        foreach (string value in values)
            line.WriteStringValue(value);
        line.WriteEndArray();
    }

    // What kinds of words for times the text has, to count what a reader could know at most.
    private static SortedSet<string> Words(AnnotatedReport report)
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (TimeExpression time in report.Times)
        {
            TimeMeaning meaning = time.Meaning is ClockTime { On: { } on } ? on : time.Meaning;
            switch (meaning)
            {
                case CalendarTime date:
                    kinds.Add(date switch { { Weekday: not null } => "weekday", { Day: not null } => "day of month", { Month: not null } => "month", { Quarter: not null } => "quarter", _ => "other" });
                    if (date.Year is not null)
                        kinds.Add("year");
                    break;
                case RelativeTime { FromContext: false, Period: TimePeriod.None } relative:
                    kinds.Add(relative.Unit == TimeUnit.Day ? "today" : "counted");
                    break;
                case ShiftedTime { FromContext: false }:
                    kinds.Add("counted");
                    break;
            }
        }
        return kinds;
    }

    private static Sample? Read(string input, JsonElement document, bool wholeDates)
    {
        string id = document.Text("doc_id") ?? throw new FormatException($"{input}: an object has no doc_id");
        string text = document.Text("text") ?? throw new FormatException($"{input}: {id} has no text");
        if (document.Day("dct") is not { } day)
            return null;
        string undated = Strip(text, day, wholeDates);
        return new Sample(id, document.Text("corpus") ?? "", day, Annotator.Annotate(new Report { Id = id, Text = undated, Language = "en" }));
    }

    // Takes out the line that is the text's date, and on wish every place that names that very day with its year.
    private static string Strip(string text, DateOnly day, bool wholeDates)
    {
        AnnotatedReport report = Annotator.Annotate(new Report { Id = "", Text = text, Language = "en" });
        string left = text;
        foreach (ResolvedTime time in TimeResolver.Resolve(report, null).Where(t => t.From == day && t.To == day).Reverse())
        {
            int start = time.Span.Start == 0 ? 0 : text.LastIndexOf('\n', time.Span.Start - 1) + 1, end = text.IndexOf('\n', time.Span.End);
            end = end < 0 ? text.Length : end;
            bool isLine = end - start - time.Span.Length <= LineSlack;
            if (isLine)
                left = left.Remove(start, end - start);
            else if (wholeDates)
                left = left.Remove(time.Span.Start, time.Span.Length);
        }
        return left;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In UTF-16 code units beside the date on its line.</summary>
    private const int LineSlack = 12;

    /// <summary>In draws of another text for each text.</summary>
    private const int Draws = 5;

    // In places of the list: steps without a common factor, so that the draws spread and are the same on every run.
    private const int RowStep = 31, DrawStep = 17;
}

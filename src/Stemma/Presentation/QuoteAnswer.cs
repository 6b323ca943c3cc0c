using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Comparison.Wordings;
using Stemma.Comparison.Wordings.Search;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>What was found of some words, as plain data: what <c>stemma quote --json</c> prints.</summary>
/// <param name="Stemma">The version of Stemma that made it.</param>
/// <param name="Words">The words that were asked for.</param>
/// <param name="Reports">How many reports were searched.</param>
/// <param name="Wordings">The wordings, the best match first.</param>
/// <param name="Nearest">Where nothing was found: the quotation with most of the words, else null.</param>
/// <param name="Unquoted">Where nothing was found: places where the words stand outside of any quotation.</param>
/// <param name="Unread">The inputs that could not be read.</param>
public sealed record QuoteAnswer(string Stemma, string Words, int Reports, IReadOnlyList<AnsweredWording> Wordings, AnsweredQuote? Nearest, IReadOnlyList<DossierSpan> Unquoted, IReadOnlyList<UnreadInput> Unread)
{
    private const int Digits = 3;

    private static readonly QuoteAnswerContext s_context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Makes plain data of what was found.</summary>
    public static QuoteAnswer Of(string words, int reports, FoundQuotes found, IReadOnlyList<UnreadInput> unread)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new QuoteAnswer(StoryReader.Version, words, reports, [.. found.Wordings.Select(Wording)], found.Nearest is { } near ? Quote(near) with { Match = "near" } : null,
            [.. found.Unquoted.Select(u => new DossierSpan(u.Report, u.Place.Start, u.Place.End))], unread);
    }

    /// <summary>Writes the answer as UTF-8 without a byte order mark, indented by two spaces, with LF; the stream stays open.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        JsonSerializer.Serialize(stream, this, s_context.QuoteAnswer);
        stream.Write("\n"u8);
    }

    private static AnsweredWording Wording(FoundWording found, int place) => new(
        found.Hits[0].Quote.Quotation.Span.In(found.Hits[0].Quote.Source.Text), place == 0 ? "best match" : found.Change.ToString().ToLowerInvariant(), found.Meaning.ToString().ToLowerInvariant(),
        [
            .. found.Edits.Select(e => new WordingEdit(e.Kind.ToString().ToLowerInvariant(), e.A.Start, e.A.End, e.B.Start, e.B.End)
            {
                Nature = e.Nature.Name(),
                Meaning = e.Nature.Effect().ToString().ToLowerInvariant(),
                Note = e.Note,
            }),
        ],
        [.. found.Hits.Select(Quote)]);

    private static AnsweredQuote Quote(QuoteHit hit)
    {
        SpokenWords quote = hit.Quote;
        Report report = quote.Source.Report;
        return new AnsweredQuote(report.Id, report.Outlet, report.Title, report.Published is { } p ? new DossierDate(Day(p.From), Day(p.To), p.How.ToString().ToLowerInvariant(), p.Reasons) : null,
            quote.Quotation.Kind.ToString().ToLowerInvariant(), quote.Quotation.Span.Start, quote.Quotation.Span.End, quote.Quotation.Span.In(quote.Source.Text),
            quote.SpeakerName, hit.Match.ToString().ToLowerInvariant(), Math.Round(hit.Likeness, Digits), new LocalSpan(hit.Place.Start, hit.Place.End), quote.Quotation.Reasons);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One wording with all quotations that give it.</summary>
/// <param name="Words">The words, as the first of them writes them.</param>
/// <param name="Change">"best match" for the first wording; else what became of its words: "cut", "extended", "reworded", "same" (an indirect telling in the same words).</param>
/// <param name="Meaning">What became of the meaning from the best match: "kept", "open" or "changed".</param>
/// <param name="Edits">The edits that make this wording of the best match: A in the best match's first report, B in this one's.</param>
/// <param name="Quotes">The quotations, earliest first.</param>
public sealed record AnsweredWording(string Words, string Change, string Meaning, IReadOnlyList<WordingEdit> Edits, IReadOnlyList<AnsweredQuote> Quotes);

/// <summary>A quotation that answers.</summary>
/// <param name="Report">The report's id.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Published">When, as far as the report says.</param>
/// <param name="Kind">"direct", "partial" or "indirect".</param>
/// <param name="Start">The first code unit of the quotation in the report's text.</param>
/// <param name="End">The code unit after its last.</param>
/// <param name="Words">Its words.</param>
/// <param name="Speaker">Who says it, null where the report does not tell.</param>
/// <param name="Match">"exact", "within", "part", "reworded" or "near".</param>
/// <param name="Likeness">How much agrees, 0 to 1.</param>
/// <param name="Place">Where in the text the words that agree stand.</param>
/// <param name="Reasons">Why it is a quotation and of this speaker.</param>
public sealed record AnsweredQuote(
    string Report, string? Outlet, string? Title, DossierDate? Published, string Kind, int Start, int End, string Words, string? Speaker, string Match, double Likeness, LocalSpan Place, IReadOnlyList<string> Reasons);

/// <summary>The generated code that turns an answer into JSON.</summary>
[JsonSerializable(typeof(QuoteAnswer))]
internal sealed partial class QuoteAnswerContext : JsonSerializerContext;

using System.Globalization;
using System.Text;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>A sentence as claims see it.</summary>
internal sealed class ClaimSentence
{
    private readonly string _text;
    private readonly List<Telling> _told = [];

    public ClaimSentence(int report, AnnotatedReport source, Sentence sentence, ComparableWord[] words, IReadOnlyList<int>? nameIds, IReadOnlyList<ResolvedTime> times)
    {
        (Report, Span, Words, _text) = (report, sentence.Span, words, source.Text);
        Quantities = QuantityReader.Read(words, _text);
        Stems = [.. words.Where(w => w.IsContent).Select(w => w.Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Persons = [.. source.Names.Select((n, i) => (Name: n, Id: nameIds is null ? -1 : nameIds[i])).Where(n => n.Name.Kind == NameKind.Person && sentence.Span.Contains(n.Name.Span))
            .Select(n => (n.Name.Span, n.Id))];
        Times = [.. source.Times.Where(t => sentence.Span.Contains(t.Span))];
        Dates = [.. times.Where(t => sentence.Span.Contains(t.Span) && t.Type is TimeType.Date or TimeType.Time && t.From is not null).Select(t => new DatedSpan(t.Span, t.From!.Value, t.To!.Value, MinuteOf(t.Value), ZoneOf(t)))];
        Published = source.Report.Published is { IsDay: true } published ? published.From : null;
        Attributions = [.. source.Attributions.Where(t => t.Source is { } who && sentence.Span.Contains(who))];
        Speech = [.. source.Quotations.Where(q => q.Kind == QuotationKind.Direct && q.Span.Overlaps(sentence.Span)).Select(q => q.Span)];
    }

    /// <summary>The number of the report.</summary>
    public int Report { get; }

    /// <summary>The sentence.</summary>
    public TextSpan Span { get; }

    /// <summary>Its words.</summary>
    public ComparableWord[] Words { get; }

    /// <summary>The stems of its words of content, in ordinal order.</summary>
    public string[] Stems { get; }

    /// <summary>Its numbers.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>The persons it names, with the number of the person over the story, -1 where none is known.</summary>
    public IReadOnlyList<(TextSpan Span, int Id)> Persons { get; }

    /// <summary>Its time expressions.</summary>
    public IReadOnlyList<TimeExpression> Times { get; }

    /// <summary>Its times that have a place in the calendar.</summary>
    public IReadOnlyList<DatedSpan> Dates { get; }

    /// <summary>The day of its report, null where it is not known to the day.</summary>
    public DateOnly? Published { get; }

    /// <summary>Whose words it gives, where it names them.</summary>
    public IReadOnlyList<Attribution> Attributions { get; }

    /// <summary>The whole clauses of speech in it.</summary>
    public IReadOnlyList<TextSpan> Speech { get; }

    /// <summary>True where the words of the span begin with a capital.</summary>
    public bool IsCapital(TextSpan span) => char.IsUpper(_text[span.Start]);

    /// <summary>The character before the words, null at the start of the text.</summary>
    public char? Before(TextSpan span) => span.Start > 0 ? _text[span.Start - 1] : null;

    /// <summary>The words as the report writes them.</summary>
    public string Say(TextSpan span) => span.In(_text);

    /// <summary>The telling of this sentence with the value at the span.</summary>
    /// <remarks>Keeps what it told; not safe to share between threads.</remarks>
    public Telling Tell(TextSpan value)
    {
        foreach (Telling told in _told)
        {
            if (told.Value == value)
                return told;
        }
        var telling = new Telling(Report, Span, value, KeyOf(value));
        _told.Add(telling);
        return telling;
    }

    // "2024-10-24T18:45"
    private static int MinuteOf(string? value)
    {
        int t = value?.IndexOf('T', StringComparison.Ordinal) ?? -1;
        return t >= 0 && value!.Length >= t + 6 && value[t + 3] == ':'
            && int.TryParse(value.AsSpan(t + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hour)
            && int.TryParse(value.AsSpan(t + 4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int minute) ? (hour * 60) + minute : -1;
    }

    // "-04:00" of "2024-03-21T17:14-04:00", or a zone that the words name though the value cannot say it.
    private string ZoneOf(ResolvedTime time)
    {
        int t = time.Value?.IndexOf('T', StringComparison.Ordinal) ?? -1, zone = t < 0 ? -1 : time.Value.AsSpan(t).IndexOfAny('Z', '+', '-');
        if (zone >= 0)
            return time.Value![(t + zone)..];
        foreach (ref readonly ComparableWord word in Words.AsSpan())
        {
            if (time.Span.Contains(word.Span) && ZoneNames.OffsetOf(word.Form.ToLowerInvariant()) is not null)
                return word.Form;
        }
        return "";
    }

    private string KeyOf(TextSpan value)
    {
        foreach (Quantity quantity in Quantities)
        {
            if (quantity.Span == value)
                return quantity.Value.ToString("0.#####", CultureInfo.InvariantCulture) + (quantity.IsOrdinal ? "." : "");
        }
        return string.Join(' ', Words.Where(w => value.Contains(w.Span)).Select(w => w.Stem).Order(StringComparer.Ordinal));
    }

    /// <summary>The same for sentences of which everything is the same but the report and the place, so that what is found of one is true of the other.</summary>
    public string Content()
    {
        var all = new StringBuilder(Span.Length + 100).Append(Before(Span)).Append(Say(Span));
        foreach (ref readonly ComparableWord word in Words.AsSpan())
            Put(word.Span, 'w').Append(word.Form);
        foreach ((TextSpan person, int id) in Persons)
            Put(person, 'p').Append(id);
        foreach (TimeExpression time in Times)
            Put(time.Span, 't').Append((int)time.Type);
        foreach (DatedSpan date in Dates)
            Put(date.Span, 'd').Append(date.From.DayNumber).Append(',').Append(date.To.DayNumber).Append(',').Append(date.Minute).Append(date.Zone);
        foreach (TextSpan speech in Speech)
            Put(speech, 's');
        foreach (Attribution attribution in Attributions)
            Put(attribution.Source!.Value, 'a').AppendJoin(',', attribution.Content.Select(c => c.Start - Span.Start)).Append((int)attribution.Kind);
        all.Append('\n').Append(Published?.DayNumber);
        return all.ToString();

        StringBuilder Put(TextSpan span, char what) => all.Append('\n').Append(what).Append(span.Start - Span.Start).Append(',').Append(span.Length).Append(',');
    }

    /// <summary>True where the words before the number open with a bracket: the "$1.5 million" of "A$2 million ($1.5 million)".</summary>
    public bool IsBracketed(TextSpan span)
    {
        int start = span.Start - 1;
        while (start >= Span.Start && !char.IsWhiteSpace(_text[start]) && _text[start] != '(')
            start--;
        return start >= Span.Start && _text[start] == '(';
    }

    /// <summary>True where the number belongs to a name: "Boeing 787", "Flight 447".</summary>
    public bool IsName(in Quantity quantity) =>
        quantity.FirstOfPhrase > 1 && Words[quantity.FirstOfPhrase - 1] is { IsCapital: true, IsContent: true } before && quantity.Span.Start - before.Span.End == 1;

    /// <summary>True where the place lies in a date or a time of day.</summary>
    public bool IsDated(TextSpan span)
    {
        foreach (TimeExpression time in Times)
        {
            if (time.Type is TimeType.Date or TimeType.Time && time.Span.Overlaps(span))
                return true;
        }
        return false;
    }

    /// <summary>The number that stands there, null where none does.</summary>
    public Quantity? QuantityAt(TextSpan span)
    {
        foreach (Quantity quantity in Quantities)
        {
            if (quantity.Span == span)
                return quantity;
        }
        return null;
    }

    /// <summary>True where the place lies in somebody's speech.</summary>
    public bool IsSpeech(TextSpan span) => Speech.Any(s => s.Contains(span));

    /// <summary>True where the time only says what a number is for: "a day" in "40 boats a day".</summary>
    public bool IsRate(TextSpan time) =>
        Quantities.Any(q => q.Rate is not null && new TextSpan(q.Span.End, Words[q.LastOfPhrase].Span.End).Overlaps(time));

    /// <summary>True where the sentence has the stem.</summary>
    public bool Has(string stem) => Array.BinarySearch(Stems, stem, StringComparer.Ordinal) >= 0;
}

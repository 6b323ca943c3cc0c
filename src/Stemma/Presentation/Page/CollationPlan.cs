using Stemma.Comparison.Collation;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>A report's text, paragraph by paragraph, with what others read otherwise at each place.</summary>
/// <remarks>
/// Another report testifies only where a passage ties it to the base text: what it tells in words of its own beside them is no variant.
/// </remarks>
internal sealed class CollationPlan
{
    /// <summary>Reports beside the base that are set side by side at once; more are more than a reader can hold.</summary>
    public const int MostOthers = 20;

    private readonly NumberedReport _base;
    private readonly NumberedReport[] _others;
    private readonly List<(TextSpan Own, TextSpan Theirs)>[] _tied;
    private readonly List<CollatedPlace> _places = [];

    private CollationPlan(PageStory page, NumberedReport baseReport, IReadOnlyList<NumberedReport> others)
    {
        _base = baseReport;
        _others = [.. others];
        _tied = [.. others.Select(o => Tied(page, baseReport, o))];
    }

    /// <summary>The paragraphs of the base text that are part of the article.</summary>
    public IReadOnlyList<CollatedParagraph> Paragraphs { get; private set; } = [];

    /// <summary>The blocks that some of the reports have at another place.</summary>
    public IReadOnlyList<CollatedMove> Moves { get; private set; } = [];

    /// <summary>The reports that share the most text with the base, at most <paramref name="most"/>, by their numbers.</summary>
    public static IReadOnlyList<NumberedReport> Nearest(PageStory page, NumberedReport baseReport, int most) =>
        [.. page.Story.Reports.Where(r => !ReferenceEquals(r, baseReport)).Select(r => (Report: r, Shared: Tied(page, baseReport, r).Sum(s => s.Own.Length)))
            .Where(r => r.Shared > 0).OrderByDescending(r => r.Shared).ThenBy(r => r.Report.Number).Take(most).Select(r => r.Report).OrderBy(r => r.Number)];

    /// <summary>Collates the reports.</summary>
    /// <param name="page">The story.</param>
    /// <param name="baseReport">The report whose text is read.</param>
    /// <param name="others">Others of the story, at most <see cref="MostOthers"/>.</param>
    public static CollationPlan Of(PageStory page, NumberedReport baseReport, IReadOnlyList<NumberedReport> others)
    {
        var plan = new CollationPlan(page, baseReport, others);
        NumberedReport[] all = [baseReport, .. others];
        // Witnesses are named by their place in the list, whatever the ids of the reports.
        string[] ids = [.. all.Select((_, i) => ((char)('A' + i)).ToString())];
        Apparatus apparatus = Collator.Collate([.. all.Select((r, i) => Text(r, ids[i]))]);
        int[] numbers = [.. apparatus.Witnesses.Select(w => Array.IndexOf(ids, w))];
        foreach (ApparatusPlace place in apparatus.Places.Where(p => p.IsVariant))
            plan.Add(apparatus, place, numbers);
        plan.Paragraphs = plan.Split();
        plan.Moves = [.. apparatus.Moves.Select(m => plan.MoveOf(apparatus, m, numbers)).OfType<CollatedMove>()];
        return plan;
    }

    private static CollationText Text(NumberedReport report, string id)
    {
        int length = report.Report.Text.Length;
        return new CollationText
        {
            Id = id,
            Text = report.Report.Text,
            Language = report.Report.Language,
            LeftOut = [.. Disjoint(report.Report.Cut.Select(c => Within(c.Start, c.End, length)).Where(s => !s.IsEmpty).Order())],
        };
    }

    private static IEnumerable<TextSpan> Disjoint(IEnumerable<TextSpan> spans)
    {
        int end = 0;
        foreach (TextSpan span in spans)
        {
            if (span.End > end)
                yield return new TextSpan(Math.Max(end, span.Start), span.End);
            end = Math.Max(end, span.End);
        }
    }

    private static TextSpan Within(int start, int end, int length)
    {
        int from = Math.Clamp(start, 0, length);
        return new TextSpan(from, Math.Clamp(end, from, length));
    }

    // Where passages tie the base to the other, in both texts.
    private static List<(TextSpan Own, TextSpan Theirs)> Tied(PageStory page, NumberedReport baseReport, NumberedReport other)
    {
        string a = baseReport.Report.Id, b = other.Report.Id;
        var spans = new List<(TextSpan Own, TextSpan Theirs)>();
        foreach (DossierPassage passage in page.Dossier.Passages.Where(p => p.Use != "stock"))
        {
            if ((passage.A.Report == a && passage.B.Report == b) || (passage.A.Report == b && passage.B.Report == a))
            {
                (DossierSpan own, DossierSpan theirs) = passage.A.Report == a ? (passage.A, passage.B) : (passage.B, passage.A);
                spans.Add((Within(own.Start, own.End, baseReport.Report.Text.Length), Within(theirs.Start, theirs.End, other.Report.Text.Length)));
            }
        }
        return spans;
    }

    private void Add(Apparatus apparatus, ApparatusPlace place, int[] numbers)
    {
        if (apparatus.WordsAt(place.Column, place.ColumnEnd, Array.IndexOf(numbers, 0)) is not { } span && !TryGap(place, numbers, out span))
            return;
        var places = new SortedDictionary<TextSpan, List<CollatedReading>>();
        foreach (ApparatusReading reading in place.Readings.Where(r => r.Witnesses.All(w => numbers[w.Witness] != 0)))
        {
            var who = new SortedDictionary<TextSpan, List<(int Other, TextSpan Theirs)>>();
            foreach (ReadingWitness witness in reading.Witnesses)
            {
                int other = numbers[witness.Witness] - 1;
                if (Testimony(other, span, witness.Span) is not var (own, theirs))
                    continue;
                if (!who.TryGetValue(own, out List<(int Other, TextSpan Theirs)>? list))
                    who[own] = list = [];
                list.Add((other, theirs));
            }
            foreach ((TextSpan own, List<(int Other, TextSpan Theirs)> list) in who)
            {
                list.Sort();
                if (!places.TryGetValue(own, out List<CollatedReading>? readings))
                    places[own] = readings = [];
                readings.Add(new CollatedReading(list[0].Theirs, [.. list.Select(w => _others[w.Other])]));
            }
        }
        _places.AddRange(places.Select(p => new CollatedPlace(p.Key, p.Value)));
    }

    // What a passage lets the other testify to: all of a place inside it; of words left out or added, those inside it.
    private (TextSpan Own, TextSpan Theirs)? Testimony(int other, TextSpan own, TextSpan theirs)
    {
        foreach ((TextSpan ownPassage, TextSpan theirPassage) in _tied[other])
        {
            if (ownPassage.Contains(own) && theirPassage.Contains(theirs))
                return (own, theirs);
            if (own.IsEmpty == theirs.IsEmpty)
                continue;
            TextSpan a = Common(own, ownPassage), b = Common(theirs, theirPassage);
            if (a.IsEmpty == own.IsEmpty && b.IsEmpty == theirs.IsEmpty && (own.IsEmpty ? ownPassage.Contains(own) : theirPassage.Contains(theirs)))
                return (a, b);
        }
        return null;
    }

    private static TextSpan Common(TextSpan a, TextSpan b)
    {
        int start = Math.Max(a.Start, b.Start);
        return new TextSpan(start, Math.Max(start, Math.Min(a.End, b.End)));
    }

    // Words that others have and the base has not stand after the word before.
    private static bool TryGap(ApparatusPlace place, int[] numbers, out TextSpan span)
    {
        foreach (ReadingWitness witness in place.Readings.SelectMany(r => r.Witnesses).Where(w => numbers[w.Witness] == 0))
        {
            span = witness.Span;
            return true;
        }
        span = default;
        return false;
    }

    // Neighbours at which the same reports go their own way are one place to a reader.
    private void Join()
    {
        _places.Sort((x, y) => x.Span.CompareTo(y.Span));
        int last = 0;
        for (int i = 1; i < _places.Count; i++)
        {
            if (_places[last] is { Readings: [var before] } earlier && _places[i] is { Readings: [var reading] } later && before.Who.SequenceEqual(reading.Who)
                && HasNoWord(_base.Report.Text, earlier.Span.End, later.Span.Start) && HasNoWord(before.Who[0].Report.Text, before.Span.End, reading.Span.Start))
            {
                _places[last] = new CollatedPlace(earlier.Span.Union(later.Span), [new CollatedReading(before.Span.IsEmpty ? reading.Span : reading.Span.IsEmpty ? before.Span : before.Span.Union(reading.Span), before.Who)]);
            }
            else
            {
                _places[++last] = _places[i];
            }
        }
        _places.RemoveRange(Math.Min(last + 1, _places.Count), Math.Max(0, _places.Count - last - 1));
    }

    private static bool HasNoWord(string text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (char.IsLetterOrDigit(text[i]) || text[i] == '\n')
                return false;
        }
        return from <= to;
    }

    private List<CollatedParagraph> Split()
    {
        Join();
        string text = _base.Report.Text;
        var paragraphs = new List<CollatedParagraph>();
        int next = 0, number = 0;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var span = new TextSpan(start, end);
            start = end + 1;
            if (span.Over(text).IsWhiteSpace() || _base.Report.Cut.Any(c => c.Start <= span.Start && c.End >= span.End))
                continue;
            while (next < _places.Count && _places[next].Span.Start < span.Start)
                next++;
            var places = new List<(int Number, CollatedPlace Place)>();
            for (; next < _places.Count && _places[next].Span.Start <= span.End && _places[next].Span.End <= span.End; next++)
                places.Add((++number, _places[next]));
            paragraphs.Add(new CollatedParagraph(span, places, [.. _others.Where((_, o) => _tied[o].Exists(t => t.Own.Overlaps(span)))]));
        }
        return paragraphs;
    }

    private CollatedMove? MoveOf(Apparatus apparatus, MovedBlock move, int[] numbers)
    {
        NumberedReport[] Who(BlockPlace place) => [.. place.Witnesses.Select(w => numbers[w.Witness]).Order().Select(n => n == 0 ? _base : _others[n - 1])];
        bool first = move.First.Witnesses.Any(w => numbers[w.Witness] == 0), second = move.Second.Witnesses.Any(w => numbers[w.Witness] == 0);
        if (!first && !second)
            return null;
        ReadingWitness own = (first ? move.First : move.Second).Witnesses.First(w => numbers[w.Witness] == 0);
        return new CollatedMove(own.Span, Earlier: second, Who(first ? move.Second : move.First));
    }
}

/// <summary>A paragraph of the base text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Places">Where others read otherwise, numbered over the whole text from 1, in text order.</param>
/// <param name="In">The others that a passage ties to some of it.</param>
internal sealed record CollatedParagraph(TextSpan Span, IReadOnlyList<(int Number, CollatedPlace Place)> Places, IReadOnlyList<NumberedReport> In);

/// <summary>A place at which others read otherwise than the base.</summary>
/// <param name="Span">The base's words; empty, after the word before, where it has none.</param>
/// <param name="Readings">What the others read, those of most first.</param>
internal sealed record CollatedPlace(TextSpan Span, IReadOnlyList<CollatedReading> Readings);

/// <summary>A reading with those who have it.</summary>
/// <param name="Span">Where the first of them writes it; empty where they leave the place out.</param>
/// <param name="Who">The reports, by their numbers.</param>
internal sealed record CollatedReading(TextSpan Span, IReadOnlyList<NumberedReport> Who)
{
    /// <summary>The words.</summary>
    public string Words => Span.In(Who[0].Report.Text);
}

/// <summary>A block that others have at another place.</summary>
/// <param name="Span">Where the base has it.</param>
/// <param name="Earlier">True where the others have it earlier in their text, false where later.</param>
/// <param name="Who">The others.</param>
internal sealed record CollatedMove(TextSpan Span, bool Earlier, IReadOnlyList<NumberedReport> Who);

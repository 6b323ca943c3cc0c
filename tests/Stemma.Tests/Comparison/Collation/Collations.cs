using Stemma.Comparison.Collation;
using Stemma.Reports;

namespace Stemma.Tests.Comparison.Collation;

/// <summary>Collations of short texts, told in a line a place.</summary>
internal static class Collations
{
    public static CollationText Text(string id, string text, string language = "und") => new() { Id = id, Text = text, Language = language };

    /// <summary>Texts that are named a, b, c …</summary>
    public static Apparatus Of(params string[] texts) => Collator.Collate([.. texts.Select((t, i) => Text(Name(i), t))]);

    public static Apparatus OfEnglish(params string[] texts) => Collator.Collate([.. texts.Select((t, i) => Text(Name(i), t, "en"))]);

    public static string Name(int i) => i < 26 ? ((char)('a' + i)).ToString() : FormattableString.Invariant($"t{i:000}");

    /// <summary>The places of variation: "b: closed (a b) | shut (c)".</summary>
    public static string[] Variants(Apparatus apparatus) =>
        [.. apparatus.Places.Where(p => p.IsVariant).Select(p => string.Join(" | ", p.Readings.Select(r =>
            $"{(r.IsOmission ? "–" : r.Form)} ({string.Join(' ', r.Witnesses.Select(w => apparatus.Witnesses[w.Witness]))})"))
            + (p.Absent.Count > 0 ? $" | absent ({string.Join(' ', p.Absent.Select(w => apparatus.Witnesses[w]))})" : ""))];

    public static string[] Moves(Apparatus apparatus) =>
        [.. apparatus.Moves.Select(m => $"{m.Form}: {Place(m.First)} … {Place(m.Second)}")];

    /// <summary>All that an apparatus says, for comparing.</summary>
    public static string Whole(Apparatus apparatus) =>
        string.Join('\n', [
            string.Join(' ', apparatus.Witnesses),
            .. apparatus.Places.Select(p => FormattableString.Invariant($"{p.Column}-{p.ColumnEnd} ")
                + string.Join(" | ", p.Readings.Select(r => r.Form + " " + string.Join(' ', r.Witnesses))) + " absent " + string.Join(' ', p.Absent)),
            .. apparatus.Moves.Select(m => FormattableString.Invariant($"{m.Form} {m.First.Column}-{m.First.ColumnEnd} {string.Join(' ', m.First.Witnesses)} {m.Second.Column}-{m.Second.ColumnEnd} {string.Join(' ', m.Second.Witnesses)}"))]);

    private static string Place(BlockPlace place) =>
        $"({string.Join(' ', place.Witnesses.Select(w => Name(w.Witness)))})";

    /// <summary>The words of a witness in each column, "–" where it has none.</summary>
    public static string Row(Apparatus apparatus, int witness) =>
        string.Join(' ', Enumerable.Range(0, apparatus.Columns).Select(c => apparatus.WordAt(c, witness) is { } word ? word.In(apparatus.TextOf(witness)) : "–"));

    public static TextSpan Span(int start, int end) => new(start, end);
}

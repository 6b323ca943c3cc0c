using Stemma.Comparison.Collation;
using Stemma.Reports;
using static Stemma.Tests.Comparison.Collation.Collations;

namespace Stemma.Tests.Comparison.Collation;

public class CollatorTests
{
    private const string Harbour = "The harbour of Lunvik was closed on Friday after a crane fell into the basin and sank two trawlers";

    [Fact]
    public void Who_reads_otherwise_is_told_at_each_place()
    {
        Apparatus apparatus = Of(
            Harbour,
            Harbour.Replace("closed", "shut", StringComparison.Ordinal),
            Harbour.Replace("closed", "shut", StringComparison.Ordinal).Replace("two trawlers", "three trawlers", StringComparison.Ordinal),
            Harbour);
        Assert.Equal(["closed (a d) | shut (b c)", "two (a b d) | three (c)"], Variants(apparatus));
    }

    [Fact]
    public void What_is_left_out_and_what_is_put_in_have_their_places()
    {
        Apparatus apparatus = Of(
            Harbour,
            Harbour.Replace("on Friday ", "", StringComparison.Ordinal),
            Harbour.Replace("a crane", "a rusty old crane", StringComparison.Ordinal));
        Assert.Equal(["on friday (a c) | – (b)", "– (a b) | rusty old (c)"], Variants(apparatus));
    }

    [Fact]
    public void Words_that_are_written_alike_stand_for_each_other()
    {
        Apparatus apparatus = Of("il ne craint pas la mort", "il ne craignait point mort", "il ne craint point la mort");
        Assert.Equal("il ne craint pas la mort", Row(apparatus, 0));
        Assert.Equal("il ne craignait point – mort", Row(apparatus, 1));
    }

    [Fact]
    public void Marks_and_capitals_make_no_difference()
    {
        Apparatus apparatus = Of("The crane, he said, “fell into the basin”.", "the crane he said: fell into the basin!", "THE CRANE – HE SAID – FELL INTO (THE) BASIN");
        Assert.Empty(Variants(apparatus));
        Assert.Single(apparatus.Places);
    }

    [Fact]
    public void The_same_word_outranks_the_same_mark()
    {
        Apparatus apparatus = Of("a wide, cold, empty quay.", "a wide, windy, cold quay:", "a wide, cold, empty pier.");
        Assert.Equal("a wide – cold empty quay", Row(apparatus, 0));
        Assert.Equal("a wide windy cold – quay", Row(apparatus, 1));
        Assert.Equal("a wide – cold empty pier", Row(apparatus, 2));
    }

    [Fact]
    public void A_word_that_all_share_stays_in_one_column_though_each_goes_on_in_its_own_way()
    {
        Apparatus apparatus = Of("The tall pilot.", "The very tall pilot.", "The pilot lives in a hut.");
        Assert.Equal("The – tall pilot – – – –", Row(apparatus, 0));
        Assert.Equal("The very tall pilot – – – –", Row(apparatus, 1));
        Assert.Equal("The – – pilot lives in a hut", Row(apparatus, 2));
    }

    [Fact]
    public void English_house_style_makes_no_difference_where_all_texts_are_English()
    {
        string british = "The programme cost five per cent more";
        string american = "The program cost 5 percent more";
        Assert.Empty(Variants(OfEnglish(british, american)));
        Assert.NotEmpty(Variants(Of(british, american)));
    }

    [Fact]
    public void Spans_lead_to_the_very_words()
    {
        string[] texts = ["“The harbour,” he said, “is closed.”", "He said:  the harbour is shut."];
        Apparatus apparatus = Of(texts);
        ApparatusPlace place = apparatus.Places.Single(p => p.IsVariant && p.Readings.Any(r => r.Form == "shut"));
        Assert.Equal(["closed", "shut"], place.Readings.SelectMany(r => r.Witnesses).OrderBy(w => w.Witness).Select(w => w.Span.In(texts[w.Witness])));
    }

    [Fact]
    public void Every_word_of_every_text_stands_in_the_table_once_and_in_order()
    {
        string[] texts = [Harbour, string.Join(' ', Harbour.Split(' ').Reverse()), "Nothing of the kind", ""];
        Apparatus apparatus = Of(texts);
        for (int w = 0; w < texts.Length; w++)
            Assert.Equal(texts[w], Row(apparatus, w).Replace("– ", "", StringComparison.Ordinal).Replace("–", "", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public void A_part_of_a_text_is_collated_without_what_was_cut_from_it()
    {
        string text = "Advertisement. The crane fell READ MORE into the basin. Goodbye.";
        var part = new CollationText
        {
            Id = "a",
            Text = text,
            Part = Span(text.IndexOf("The", StringComparison.Ordinal), text.IndexOf(" Goodbye", StringComparison.Ordinal)),
            LeftOut = [Span(0, 14), Span(text.IndexOf("READ", StringComparison.Ordinal), text.IndexOf("into", StringComparison.Ordinal))],
        };
        Apparatus apparatus = Collator.Collate([part, Text("b", "The crane fell into the basin")]);
        Assert.Empty(Variants(apparatus));
        Assert.Equal("The crane fell into the basin", Row(apparatus, 0));
    }

    [Fact]
    public void A_part_that_is_not_in_the_text_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Collator.Collate([new CollationText { Id = "a", Text = "short", Part = Span(0, 6) }]));

    [Fact]
    public void Who_lacks_a_long_stretch_is_absent_and_testifies_for_no_reading()
    {
        string end = " while divers searched the muddy water for the driver of the crane whom nobody had seen since the early hours of that stormy morning in March";
        Apparatus apparatus = Of(Harbour + end, Harbour + end.Replace("divers", "swimmers", StringComparison.Ordinal), Harbour, Harbour + end);
        Assert.Equal(["divers (a d) | swimmers (b) | absent (c)"], Variants(apparatus));
    }

    [Fact]
    public void Words_of_its_own_are_not_set_beside_what_the_others_say_there()
    {
        string[] texts =
        [
            Harbour + ". Fishermen had warned the council for years that the quay was too weak for the new machine.",
            Harbour + ". Fishermen had warned the council for years that the quay was too weak for a new machine.",
            Harbour + ". Asked about his plans, the mayor of the town praised everybody who had come to help that night.",
        ];
        Apparatus apparatus = Of(texts);
        int[] own = [.. Enumerable.Range(0, apparatus.Columns).Where(c => apparatus.WordAt(c, 2)?.Start > Harbour.Length)];
        Assert.Equal(18, own.Length);
        Assert.All(own, c => Assert.Null(apparatus.WordAt(c, 0)));
    }

    [Fact]
    public void Scripts_without_spaces_are_collated_letter_by_letter()
    {
        Apparatus apparatus = Of("港口周五关闭", "港口周六关闭");
        Assert.Equal(["五 (a) | 六 (b)"], Variants(apparatus));
    }

    [Fact]
    public void One_text_is_its_own_base_text()
    {
        Apparatus apparatus = Of(Harbour);
        Assert.Equal(Harbour.ToLowerInvariant(), Assert.Single(apparatus.Places).Base.Form);
    }

    [Fact]
    public void No_text_and_texts_without_words_have_no_places()
    {
        Assert.Empty(Of().Places);
        Assert.Empty(Of("", "…", "\ud800").Places);
    }

    [Fact]
    public void A_text_that_came_many_times_is_one_reading_with_many_witnesses()
    {
        Apparatus apparatus = Of([.. Enumerable.Repeat(Harbour, 500), Harbour.Replace("Friday", "Monday", StringComparison.Ordinal)]);
        ApparatusPlace place = apparatus.Places.Single(p => p.IsVariant);
        Assert.Equal([500, 1], place.Readings.Select(r => r.Witnesses.Count));
    }

    [Fact]
    public void Work_that_is_called_off_ends() =>
        Assert.Throws<OperationCanceledException>(() => Collator.Collate([Text("a", Harbour), Text("b", Harbour)], new CancellationToken(true)));
}

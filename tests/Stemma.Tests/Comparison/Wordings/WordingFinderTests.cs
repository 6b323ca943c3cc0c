using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Comparison.Wordings;
using Stemma.Reports;

namespace Stemma.Tests.Comparison.Wordings;

public class WordingFinderTests
{
    // Words between “ and ” are the quotation; the speaker is what follows the bar.
    private static List<SpokenWords> Story(params string[] reports)
    {
        var quotes = new List<SpokenWords>();
        var people = new List<string>();
        for (int r = 0; r < reports.Length; r++)
        {
            string[] parts = reports[r].Split('|');
            string text = parts[0];
            AnnotatedReport report = Annotator.Annotate(new Report { Id = $"{r}", Text = text });
            string?[] speakers = [.. parts.Skip(1).Select(s => s.Length == 0 ? null : s)];
            report = report with
            {
                Names = [.. people.Concat(speakers.OfType<string>()).Distinct().Where(n => text.Contains(n, StringComparison.Ordinal))
                    .Select(n => text.IndexOf(n, StringComparison.Ordinal)).Order().Select(i => new NameMention(new TextSpan(i, i + 1), NameKind.Person, null))],
            };
            int at = -1;
            for (int i = 0; (at = text.IndexOf('“', at + 1)) >= 0; i++)
            {
                int end = text.IndexOf('”', at);
                string? who = i < speakers.Length ? speakers[i] : null;
                if (who is not null && !people.Contains(who))
                    people.Add(who);
                int place = who is null ? -1 : text.IndexOf(who, StringComparison.Ordinal);
                var span = new TextSpan(at + 1, end);
                quotes.Add(new SpokenWords(quotes.Count, r, report, new Quotation
                {
                    Span = span,
                    Marked = new TextSpan(at, end + 1),
                    Kind = char.IsUpper(text[at + 1]) ? QuotationKind.Direct : QuotationKind.Partial,
                    Speaker = who is null || place < 0 ? null : new Speaker(who, new TextSpan(place, place + who.Length), null),
                }, who, who is null ? null : people.IndexOf(who)));
            }
        }
        return quotes;
    }

    private static ChangedWording OnlyPair(IReadOnlyList<SpokenWords> quotes) => Assert.Single(Assert.Single(WordingFinder.Find(quotes)).Pairs);

    [Theory]
    [InlineData("The harbour will open in spring.", "The harbor will open in spring,", WordingChange.Same)]
    [InlineData("The harbour will open in spring.", "the harbour will open in spring", WordingChange.Same)]
    [InlineData("We bought twenty buses at 5 per cent interest.", "We bought 20 buses at 5% interest.", WordingChange.Same)]
    [InlineData("The harbour will open in spring, whatever the council decides.", "The harbour will open in spring.", WordingChange.Cut)]
    [InlineData("The harbour will open in spring.", "The harbour will open in spring, whatever the council decides.", WordingChange.Extended)]
    [InlineData("We will buy new ferries for the harbour in spring.", "We will purchase new ferries for the harbour in spring.", WordingChange.Reworded)]
    public void The_change_between_two_wordings_is_named(string a, string b, WordingChange change) =>
        Assert.Equal(change, OnlyPair(Story($"“{a}” said Ada Moor.|Ada Moor", $"Ada Moor said: “{b}”|Ada Moor")).Change);

    [Fact]
    public void The_edits_name_the_words_on_both_sides()
    {
        List<SpokenWords> quotes = Story("“We will buy new ferries for the harbour.” said Ada Moor.|Ada Moor", "“We will purchase new ferries for the old harbour.” said Ada Moor.|Ada Moor");
        ChangedWording pair = OnlyPair(quotes);
        Assert.Collection(
            pair.Edits,
            e => Assert.Equal((EditKind.Replace, "buy", "purchase"), (e.Kind, e.A.In(quotes[0].Source.Text), e.B.In(quotes[1].Source.Text))),
            e => Assert.Equal((EditKind.Insert, "", "old"), (e.Kind, e.A.In(quotes[0].Source.Text), e.B.In(quotes[1].Source.Text))));
    }

    [Fact]
    public void A_retranslation_in_the_same_place_is_one_utterance()
    {
        List<SpokenWords> quotes = Story(
            "The ferry strike went on for a third week. The island council met on Monday without a result.\n“And instead of even apologising, they would rather give free tickets to those loud passengers,” he added.",
            "The strike of the ferry went on for a third week. On Monday the island council met without result.\n“Instead of an apology, it would be preferable to give free tickets to these noisy passengers,” he added.");
        Assert.Equal(WordingChange.Reworded, OnlyPair(quotes).Change);
    }

    [Fact]
    public void A_short_fragment_counts_by_its_place()
    {
        string start = "The council wants the bridge closed, but drivers called the plan a “", end = "” meant to win the autumn election.";
        Assert.Equal(WordingChange.Reworded, OnlyPair(Story(start + "cheap trick" + end, start + "shabby trick" + end)).Change);
        Assert.Empty(WordingFinder.Find(Story(start + "cheap trick" + end, "At the theatre the magician showed a “shabby trick” with two rabbits and a hat.")));
    }

    [Theory]
    [InlineData("Ada Moor", "Ben Hale", 0)]
    [InlineData("Ada Moor", "Ada Moor", 1)]
    public void The_same_phrase_of_two_speakers_stays_apart(string a, string b, int wordings) =>
        Assert.Equal(wordings, WordingFinder.Find(Story($"“This is only the start,” said {a}.|{a}", $"“This is only the start,” said {b}.|{b}")).Count);

    [Theory]
    [InlineData("This is a better year for the farms.", "This is a worse year for the farms.")]
    [InlineData("We sold 40 boats in the first month.", "We sold 70 boats in the second month.")]
    public void Like_sentences_of_one_speaker_that_say_different_things_stay_apart(string a, string b) =>
        Assert.Empty(WordingFinder.Find(Story($"“{a}” said Ada Moor.|Ada Moor", $"“{b}” said Ada Moor.|Ada Moor")));

    [Fact]
    public void An_earlier_report_comes_first_by_its_date()
    {
        List<SpokenWords> quotes = Story("“The harbour will open in spring.” said Ada Moor.|Ada Moor", "“The harbour will open in spring, whatever happens.” said Ada Moor.|Ada Moor");
        Report late = quotes[0].Source.Report with { Published = On(2021, 3, 2) }, early = quotes[1].Source.Report with { Published = On(2021, 3, 1) };
        quotes[0] = quotes[0] with { Source = quotes[0].Source with { Report = late } };
        quotes[1] = quotes[1] with { Source = quotes[1].Source with { Report = early } };
        ChangedWording pair = OnlyPair(quotes);
        Assert.Equal((1, 0, WordingChange.Cut), (pair.A, pair.B, pair.Change));
    }

    private static List<SpokenWords> Dated(List<SpokenWords> quotes, params PublicationDate?[] dates) =>
        [.. quotes.Select(q => q with { Source = q.Source with { Report = q.Source.Report with { Published = dates[q.Report] } } })];

    [Fact]
    public void A_report_of_uncertain_date_comes_after_one_that_states_its_day()
    {
        List<SpokenWords> quotes = Dated(
            Story("“The harbour will open in spring.” said Ada Moor.|Ada Moor", "“The harbour could open in spring.” said Ada Moor.|Ada Moor"),
            new PublicationDate(new DateOnly(2021, 2, 1), new DateOnly(2021, 4, 1), DateSource.Inferred, []), On(2021, 3, 1));
        ChangedWording pair = OnlyPair(quotes);
        Assert.Equal((1, 0), (pair.A, pair.B));
        WordEdit edit = Assert.Single(pair.Edits);
        Assert.Equal(("could", "will"), (edit.A.In(quotes[1].Source.Text), edit.B.In(quotes[0].Source.Text)));
    }

    [Fact]
    public void An_interval_that_ends_before_a_stated_day_comes_first()
    {
        List<SpokenWords> quotes = Dated(
            Story("“The harbour will open in spring.” said Ada Moor.|Ada Moor", "“The harbour could open in spring.” said Ada Moor.|Ada Moor"),
            On(2021, 3, 1), new PublicationDate(new DateOnly(2021, 2, 1), new DateOnly(2021, 2, 9), DateSource.Inferred, []));
        ChangedWording pair = OnlyPair(quotes);
        Assert.Equal((1, 0), (pair.A, pair.B));
    }

    [Fact]
    public void A_wording_is_set_against_that_of_the_report_it_was_taken_from()
    {
        List<SpokenWords> quotes = Story(
            "“The harbour will open in spring.” said Ada Moor.|Ada Moor", "“The harbour could open in spring.” said Ada Moor.|Ada Moor", "“The harbour could open in spring.” said Ada Moor.|Ada Moor");
        Assert.Equal([(0, 1), (1, 2)], Assert.Single(WordingFinder.Find(quotes)).Pairs.Select(p => (p.A, p.B)));
        Assert.Equal([(1, 2), (2, 0)], Assert.Single(WordingFinder.Find(quotes, [(2, 0)])).Pairs.Select(p => (p.A, p.B)));
        Assert.Equal(2, Assert.Single(WordingFinder.Find(quotes, [(2, 0), (0, 2), (1, 1), (7, 1)])).Pairs.Count);
    }

    [Fact]
    public void A_report_that_quotes_a_ministry_and_a_person_gives_two_utterances()
    {
        List<SpokenWords> quotes = Story(
            "The fisheries ministry wants to “play an honest part in new harbour talks”. Ada Moor praised the “honest part in new harbour talks” of the island.|the fisheries ministry|Ada Moor",
            "The fisheries ministry wants to “play an honest part in new harbour talks”.|the fisheries ministry");
        quotes = [.. quotes.Select(q => q.SpeakerName == "Ada Moor" ? q : q with { SpeakerId = null })];
        Wording wording = Assert.Single(WordingFinder.Find(quotes));
        Assert.Equal([0, 2], wording.Quotes);
        Assert.Equal("the fisheries ministry", wording.Speaker);
    }

    [Fact]
    public void Long_words_that_two_reports_give_to_different_people_say_so()
    {
        const string words = "We will buy new ferries for the harbour and sell the old boats to the islands in the north.";
        ChangedWording pair = OnlyPair(Story($"“{words}” said Ada Moor.|Ada Moor", $"“{words}” said Ben Hale.|Ben Hale"));
        Assert.Contains("the reports name different speakers: Ada Moor, Ben Hale", pair.Reasons);
    }

    [Theory]
    [InlineData("It")]
    [InlineData("they")]
    public void A_pronoun_names_no_speaker(string pronoun)
    {
        IEnumerable<SpokenWords> quotes = Story("“The harbour of the island will open in spring.” said somebody.", "“The harbour of the island will open in spring.” said somebody.")
            .Select(q => q with { SpeakerName = pronoun });
        Assert.Null(Assert.Single(WordingFinder.Find([.. quotes])).Speaker);
    }

    [Fact]
    public void Like_statements_of_reports_without_a_common_origin_are_two()
    {
        List<SpokenWords> quotes = Story(
            "“It was a fine night for the harbour and for those who fish in it.” said Ada Moor.|Ada Moor", "“It was a grim night for the harbour and for those who fish in it.” said Ada Moor.|Ada Moor");
        Assert.Single(WordingFinder.Find(quotes, [(0, 1)], [(0, 0), (1, 0)]));
        Assert.Empty(WordingFinder.Find(quotes, [], [(0, 0), (1, 1)]));
    }

    [Fact]
    public void A_report_with_two_origins_does_not_join_the_statements_of_both()
    {
        const string fine = "“It was a fine night for the harbour and for those who fish in it.” said Ada Moor.|Ada Moor", grim = "“It was a grim night for the harbour and for those who fish in it.” said Ada Moor.|Ada Moor";
        List<SpokenWords> quotes = Story(fine, fine, grim, grim);
        IReadOnlyList<Wording> wordings = WordingFinder.Find(quotes, [(0, 1), (2, 3), (0, 3)], [(0, 0), (1, 0), (2, 1), (3, 1), (3, 0)]);
        Assert.Equal([[0, 1], [2, 3]], wordings.Select(w => w.Quotes));
    }

    [Fact]
    public void A_long_statement_that_two_reports_had_of_their_own_may_be_reworded()
    {
        List<SpokenWords> quotes = Story(
            "“The council will buy two new ferries for the harbour, sell the old boats to the islands and ask the fishermen for patience.” said Ada Moor.|Ada Moor",
            "“The council shall buy two new ferries for the harbour, sell the ancient boats to the islands and beg the fishermen for patience.” said Ada Moor.|Ada Moor");
        Assert.Single(WordingFinder.Find(quotes, [], [(0, 0), (1, 1)]));
    }

    [Theory]
    [InlineData("Ada Moor", "Ada Moar", true, 1)]
    [InlineData("Ada Moor", "Ada Moar", false, 0)]
    [InlineData("Ada Moor", "Ben Moor", true, 0)]
    [InlineData("Ada Moor", "Ben Hale", true, 0)]
    public void A_copy_may_misspell_a_speaker(string a, string b, bool copied, int wordings) =>
        Assert.Equal(wordings, WordingFinder.Find(Story($"“This is only the start,” said {a}.|{a}", $"“This is only the start,” said {b}.|{b}"), [], [(0, 0), (1, copied ? 0 : 1)]).Count);

    [Fact]
    public void A_label_is_told_where_it_was_changed_not_where_a_copy_repeats_it()
    {
        string[] reports = [.. new[] { "cheap trick", "cheap trick", "shabby trick", "cheap trick" }.Select(l => $"The council wants the bridge closed, but drivers called the plan a “{l}” meant to win the autumn election.")];
        Assert.Equal([0, 2], Assert.Single(WordingFinder.Find(Story(reports), [], [(0, 0), (1, 0), (2, 0), (3, 0)])).Quotes);
        Assert.Equal([0, 2, 3], Assert.Single(WordingFinder.Find(Story(reports), [], [(0, 0), (1, 0), (2, 0), (3, 1)])).Quotes);
        Assert.Empty(WordingFinder.Find(Story(reports[..2]), [], [(0, 0), (1, 0)]));
    }

    [Fact]
    public void A_cut_of_a_whole_clause_stays_with_it_however_short_in_a_copy()
    {
        List<SpokenWords> quotes = Story("“Our fishermen have shown patience and we are grateful to them.” said Ada Moor.|Ada Moor", "“We are grateful to them.” said Ada Moor.|Ada Moor");
        Assert.Equal(WordingChange.Cut, Assert.Single(Assert.Single(WordingFinder.Find(quotes, [(0, 1)])).Pairs).Change);
    }

    private static PublicationDate On(int year, int month, int day) => new(new DateOnly(year, month, day), new DateOnly(year, month, day), DateSource.Stated, []);

    [Fact]
    public void The_order_of_the_quotations_does_not_matter()
    {
        List<SpokenWords> quotes = Story(
            "“The harbour will open in spring.” said Ada Moor. “Nobody asked the fishermen.” said Ben Hale.|Ada Moor|Ben Hale",
            "“The harbour will open in spring, whatever happens.” said Ada Moor.|Ada Moor", "“Nobody has asked the fishermen.” said Ben Hale.|Ben Hale");
        string expected = Describe(WordingFinder.Find(quotes));
        Assert.Equal(2, WordingFinder.Find(quotes).Count);
        Prop.ForAll(Gen.Shuffle(quotes.ToArray()).ToArbitrary(), order => Describe(WordingFinder.Find(order)) == expected).QuickCheckThrowOnFailure();
    }

    private static string Describe(IReadOnlyList<Wording> wordings) =>
        string.Join('\n', wordings.Select(w => $"{w.Speaker}: {string.Join(',', w.Quotes)} {string.Join(';', w.Pairs.Select(p => $"{p.A} {p.B} {p.Change} {string.Join(' ', p.Edits)}"))}"));

    [Fact]
    public void A_thousand_quotations_of_one_word_are_harmless()
    {
        string text = string.Concat(Enumerable.Repeat("“no” ", 1000));
        Assert.True(WordingFinder.Find(Story(text, text, text)).Count <= 1000);
    }

    [Fact]
    public void A_quotation_without_words_has_no_wordings() => Assert.Empty(WordingFinder.Find(Story("“...”", "“...”", "“\ud800”")));

    [Fact]
    public void The_same_words_of_somebody_else_are_reattributed()
    {
        const string words = "We will buy new ferries for the harbour and sell the old boats to the islands in the north.";
        ChangedWording pair = OnlyPair(Story($"“{words}” said Ada Moor.|Ada Moor", $"“{words}” said Ben Hale.|Ben Hale"));
        Assert.Equal(WordingChange.Reattributed, pair.Change);
        Assert.Equal(["Ada Moor", "Ben Hale"], pair.Speakers);
    }

    [Fact]
    public void A_fuller_name_is_nobody_else()
    {
        const string words = "We will buy new ferries for the harbour and sell the old boats to the islands in the north.";
        ChangedWording pair = OnlyPair(Story($"“{words}” said Ada Moor.|Ada Moor", $"“{words}” said Lady Moor.|Lady Moor"));
        Assert.Equal((WordingChange.Same, 0), (pair.Change, pair.Speakers.Count));
    }

    private const string Spring = "“The harbour could open in spring.” said Ada Moor.|Ada Moor", SureSpring = "“The harbour will open in spring.” said Ada Moor.|Ada Moor";

    [Fact]
    public void The_first_wording_is_that_of_the_first_report()
    {
        List<SpokenWords> quotes = Dated(Story(SureSpring, Spring, SureSpring), On(2021, 3, 3), On(2021, 3, 1), On(2021, 3, 2));
        Assert.Equal(1, Assert.Single(WordingFinder.Find(quotes)).Earliest.Quote);
        Assert.Equal(1, Assert.Single(WordingFinder.Find(Story(SureSpring, Spring), [(1, 0)])).Earliest.Quote);
    }

    [Fact]
    public void Which_wording_was_first_is_left_open_where_dates_do_not_tell()
    {
        EarliestWording same = Assert.Single(WordingFinder.Find(Dated(Story(SureSpring, Spring), On(2021, 3, 1), On(2021, 3, 1)))).Earliest;
        Assert.Null(same.Quote);
        Assert.Equal(["2 reports can each have been first, and they word it in different ways"], same.Reasons);
        Assert.Null(Assert.Single(WordingFinder.Find(Dated(Story(SureSpring, Spring), On(2021, 3, 1), null))).Earliest.Quote);
        Assert.Equal(0, Assert.Single(WordingFinder.Find(Story(SureSpring, SureSpring))).Earliest.Quote);
    }
}

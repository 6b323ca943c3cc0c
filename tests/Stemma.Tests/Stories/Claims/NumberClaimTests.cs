using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Claims;

namespace Stemma.Tests.Stories.Claims;

/// <summary>What a reader may rely on where reports give numbers, dates and names.</summary>
public class NumberClaimTests
{
    private static IReadOnlyList<Claim> Read(params string[] texts) => ReadOn(new DateOnly(2025, 5, 7), texts);

    private static IReadOnlyList<Claim> ReadOn(DateOnly day, params string[] texts) =>
        ClaimFinder.Find([.. texts.Select((t, i) => Annotator.Annotate(new Report { Id = $"{i}", Text = t, Published = new PublicationDate(day, day, DateSource.File, []) }))]);

    private static bool Conflict(params string[] texts) => Read(texts).Any(c => c.Verdict == ClaimVerdict.Conflict);

    [Theory]
    [InlineData("The granary of Osmund Quay burned 4,600 sacks of rye in its stoves, the harbour board said.", "According to the harbour board, 6,400 sacks went into the stoves of the granary at Osmund Quay.")]
    [InlineData("Tolvane beat Merrow Town 3–1 in the final at Osmund Park on Sunday.", "The 3–2 win of Tolvane over Merrow Town in Sunday's final filled Osmund Park.")]
    [InlineData("The new pier at Osmund Quay will cost the harbour board €4.5 million, Lene Torvald said.", "For $4.5 million the harbour board gets a new pier at Osmund Quay, Lene Torvald said.")]
    [InlineData("The harbour board of Osmund Quay will spend £350 million on the new pier.", "The new pier will cost the harbour board of Osmund Quay £350,000.")]
    [InlineData("The institute in Merrow measured the quake off Osmund Quay at magnitude 6.1.", "A quake of magnitude 6.7 off Osmund Quay was measured by the institute in Merrow.")]
    public void Sentences_in_other_words_conflict_where_the_numbers_tell_that_they_are_about_one_thing(string a, string b) => Assert.True(Conflict(a, b));

    [Theory]
    [InlineData("Tolvane led Merrow Town 3–1 at the interval in Osmund Park on Sunday.", "The 4–2 win of Tolvane over Merrow Town on Sunday filled Osmund Park.")]
    [InlineData("The harbour board of Osmund Quay will spend £350 million on the new pier.", "The new pier will cost the harbour board of Osmund Quay £350-£360 million.")]
    [InlineData("The march through Osmund Quay on Sunday drew 12,000 people, the police said.", "On Sunday the march through Osmund Quay drew 45,000 people, the unions said.")]
    [InlineData("Clerk Ada Morrow, a 38-year-old of Osmund Quay, left the harbour board on Sunday.", "On Sunday a 52-year-old of Osmund Quay left the harbour board for Merrow.")]
    [InlineData("The ferry to Osmund Quay evacuated some 420 passengers and crew on Sunday.", "On Sunday the ferry to Osmund Quay evacuated its 246 passengers.")]
    [InlineData("Merrow completed 29 of 34 passes against Tolvane in Osmund Park on Sunday.", "On Sunday in Osmund Park Merrow completed its first 17 passes against Tolvane.")]
    [InlineData("The new rules of the harbour board take effect in about 30 days.", "The new rules of the harbour board take effect nine days before the vote.")]
    [InlineData("Damage to the pier was put at A$1 million ($0.6 million), the board said.", "Damage to the pier was put at $1 million, the board said.")]
    [InlineData("The mathematics paper was written in 118 schools in and around Merrow.", "The mathematics paper was written in 41 schools inside the walls of Merrow.")]
    [InlineData("The harbour board has sold 61 boats to the fishers of Merrow.", "In 2019 the harbour board sold 41 boats to the fishers of Merrow.")]
    public void Numbers_that_may_be_of_two_things_make_no_conflict(string a, string b) => Assert.False(Conflict(a, b));

    [Theory]
    [InlineData("Holm keeps the belt July 8, 2031 Anders Holm beat Rasmus Dahl in the sixth round at Osmund Quay to keep his title.", "Holm keeps the belt July 7, 2031 Anders Holm beat Rasmus Dahl in the sixth round at Osmund Quay to keep his title.", false)] // a page's own line
    [InlineData("On July 8, 2031 Anders Holm beat Rasmus Dahl in the sixth round at Osmund Quay to keep his title.", "On July 7, 2031 Anders Holm beat Rasmus Dahl in the sixth round at Osmund Quay to keep his title.", true)]
    public void A_day_of_publication_that_ran_into_a_sentence_is_no_part_of_what_it_tells(string a, string b, bool conflict) => Assert.Equal(conflict, Conflict(a, b));

    [Theory]
    [InlineData("In a speech at 16:00 UTC the board presented the plan after the 12:00 UTC notice of the harbour.", "The board presented the plan after the 12:00 UTC notice of the harbour.")]
    [InlineData("The old pilot died at 02:41 GMT in the hospital of the northern harbour.", "The old pilot died at 0241 GMT in the hospital of the northern harbour.")]
    public void Times_of_day_are_compared_where_they_stand_alike_and_however_they_are_written(string a, string b) => Assert.False(Conflict(a, b));

    [Theory]
    [InlineData("Pilot Simon Berg left the northern harbour in the storm of the night.", "Pilot Steve Berg left the northern harbour in the storm of the night.", true)]
    [InlineData("Pilot Michael Berg left the northern harbour in the storm of the night.", "Pilot Michel Berg left the northern harbour in the storm of the night.", false)]
    [InlineData("Pilot Dan Berg left the northern harbour in the storm of the night.", "Pilot Daniel Berg left the northern harbour in the storm of the night.", false)]
    public void First_names_that_sound_otherwise_are_two_persons(string a, string b, bool conflict) => Assert.Equal(conflict, Conflict(a, b));

    [Fact]
    public void A_word_in_the_place_of_another_is_the_editors_where_the_sentences_around_are_the_same()
    {
        const string Before = "The harbour board met behind closed doors at the old granary. ", After = " Nobody in the granary spoke to the waiting fishers that evening.";
        const string A = "A ticket for the tram to the northern market costs 40 crowns.", B = "A ticket for the bus to the northern market costs 44 crowns.";
        Assert.False(Conflict(A, B));
        Assert.True(Conflict(Before + A + After, Before + B + After));
    }

    [Fact]
    public void A_cue_of_growth_speaks_only_of_the_number_beside_it()
    {
        const string End = " from the pier on which the fishers of the northern town had mended their nets through the whole of that long winter";
        string[] texts = [$"The board took 14 boats{End}, when prices had risen.", $"The board took 17 boats{End}, when prices had risen."];
        Claim claim = Assert.Single(ClaimFinder.Find([.. texts.Select((t, i) => Annotator.Annotate(new Report { Id = $"{i}", Text = t }))]));
        Assert.Equal(ClaimVerdict.Conflict, claim.Verdict);
    }

    [Fact]
    public void Where_pairs_cross_the_most_alike_are_joined()
    {
        const string Grain = "The northern mill of the old harbour ground 140 sacks of rye for the bakers.", Oats = "The northern mill of the old harbour ground 230 sacks of oats for the horses.";
        IReadOnlyList<Claim> claims = Read($"{Grain} {Oats}", $"{Oats} {Grain}");
        Assert.DoesNotContain(claims, c => c.Verdict == ClaimVerdict.Conflict);
        Assert.All(claims, c => Assert.Equal(c.Tellings.Count, c.Tellings.DistinctBy(t => (t.Report, t.Key)).Count()));
    }

    [Fact]
    public void Order_of_reports_changes_no_verdict()
    {
        string[] texts =
        [
            "The granary of Osmund Quay burned 4,600 sacks of rye in its stoves, the harbour board said.", "According to the harbour board, 6,400 sacks went into the stoves of the granary at Osmund Quay.",
            "The fire on the ferry killed 14 people near the northern harbour.", "The fire on the ferry killed 17 people near the northern harbour.",
        ];
        IEnumerable<string> Told(string[] order) => Read(order).Select(c => c.Verdict + ": " + string.Join('|', c.Tellings.Select(t => t.Key).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
        Assert.Equal(Told(texts), Told([.. texts.Reverse()]));
    }
}

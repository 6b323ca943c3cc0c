using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Claims;

namespace Stemma.Tests.Stories.Claims.Facts;

/// <summary>What clauses of differently worded sentences tell of each other.</summary>
public class FactFinderTests
{
    private static readonly DateOnly s_day = new(2031, 3, 11);

    private static IReadOnlyList<Claim> Read(params (string Text, int Day)[] texts) => ClaimFinder.Find([.. texts.Select((t, i) =>
        Annotator.Annotate(new Report { Id = $"{i}", Text = t.Text, Language = "en", Published = new PublicationDate(s_day.AddDays(t.Day), s_day.AddDays(t.Day), DateSource.File, []) }))]);

    private static IEnumerable<Claim> Conflicts(string a, string b, int later = 0) => Read((a, 0), (b, later)).Where(c => c.Verdict == ClaimVerdict.Conflict);

    [Theory]
    [InlineData("The jury in Halmere convicted the banker Tobias Wenlock of fraud on Monday.", "Banker Tobias Wenlock was acquitted of fraud by the Halmere jury on Monday.")]
    [InlineData("The Halmere council rejected the harbour plan in Monday's vote.", "The harbour plan was approved by the Halmere council in Monday's vote, after a long debate.")]
    [InlineData("Mayor Edda Kralik is staying at Halmere town hall, her office said.", "Edda Kralik is leaving Halmere town hall, the mayor's office said.")]
    [InlineData("The Halmere museum is open today, its director Jonna Pryce said.", "The museum in Halmere is closed today, director Jonna Pryce said.")]
    public void Outcomes_that_exclude_each_other_are_a_conflict(string a, string b)
    {
        Claim claim = Assert.Single(Conflicts(a, b));
        Assert.Contains(claim.Reasons, r => r.Contains("exclude each other", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The captain of the Selkie, Orla Benning, signed the safety report on Monday.", "Captain Orla Benning of the Selkie did not sign the safety report on Monday.")]
    [InlineData("Inspectors entered the Halmere mine on Tuesday.", "No inspectors entered the Halmere mine on Tuesday.")]
    public void What_one_tells_as_so_and_the_other_as_not_so_is_a_conflict(string a, string b) => Assert.Single(Conflicts(a, b));

    [Theory]
    [InlineData("Orla Benning won the tenth stage of the Halmere race on Monday.", "The tenth stage of the Halmere race went to Pia Sundholm on Monday.")]
    [InlineData("The letter to the Halmere council was written by Orla Benning, neighbours said.", "Pia Sundholm wrote the letter to the Halmere council, neighbours said.")]
    public void Two_who_did_what_only_one_can_have_done_are_a_conflict(string a, string b)
    {
        Claim claim = Assert.Single(Conflicts(a, b));
        Assert.Contains(claim.Tellings, t => t.Key.Contains("sundholm", StringComparison.Ordinal));
    }

    [Fact]
    public void One_flight_to_two_countries_is_a_conflict() =>
        Assert.Single(Conflicts("The injured sailor was flown to a hospital in Norway, the Halmere coastguard said.", "The coastguard of Halmere said the injured sailor had been flown to a hospital in Iceland."));

    [Fact]
    public void One_arrival_on_two_days_is_a_conflict() =>
        Assert.Single(Conflicts("The freighter Selkie arrived in Halmere on Sunday with a damaged rudder.", "With her rudder damaged, the freighter Selkie reached Halmere on Monday."));

    [Theory]
    [InlineData("Banker Tobias Wenlock insists that he signed no letter to the Halmere council.", "The Halmere police say that Tobias Wenlock signed a letter to the council.", 0)] // two sources
    [InlineData("The Halmere ferry port is closed, the harbour master Jon Aske said.", "The ferry port of Halmere is open, harbour master Jon Aske said.", 2)] // another day
    [InlineData("The town of Halmere rejected the bridge in Sunday's vote.", "Halmere county accepted the bridge in Sunday's vote.", 0)] // another body
    [InlineData("In 2019 the Halmere council turned down a tunnel under the bay.", "On Monday the Halmere council approved a tunnel under the bay.", 0)] // another time
    [InlineData("Orla Benning did not only sign the report on the Selkie, she wrote it.", "Orla Benning signed the report on the Selkie.", 0)] // not only
    [InlineData("The jury has not yet convicted the banker Tobias Wenlock in Halmere.", "The jury in Halmere convicted the banker Tobias Wenlock.", 0)] // not yet
    [InlineData("Orla Benning won the ninth stage of the Halmere race.", "Pia Sundholm won the tenth stage of the Halmere race.", 0)] // another stage
    [InlineData("Orla Benning did not fly to Oslo on Monday to see the Halmere council.", "Orla Benning flew to Bergen to see the Halmere council on Monday.", 0)] // the phrase is denied, not the flight
    [InlineData("The Halmere museum sold no fewer than 40 prints of Orla Benning.", "The Halmere museum sold 43 prints of Orla Benning.", 0)] // no negation
    [InlineData("Orla Benning of Selkie Lines declined to say when the ship left.", "Orla Benning of Selkie Lines said that the ship left.", 0)] // what is said
    [InlineData("Orla Benning denied that she was the Halmere informer.", "Orla Benning dismissed rumours that she was the Halmere informer.", 0)] // nobody says that she was
    [InlineData("The Halmere police may have arrested the baker Tom Ruddle.", "The police in Halmere have not arrested the baker Tom Ruddle.", 0)] // open
    [InlineData("Tom Ruddle, who was arrested in Halmere last week, spoke to the paper.", "Tom Ruddle was released in Halmere and spoke to the paper.", 0)] // the one follows the other
    public void What_can_both_be_right_is_no_conflict(string a, string b, int later) => Assert.Empty(Conflicts(a, b, later));

    [Fact]
    public void Two_sources_against_each_other_are_told_as_such()
    {
        Claim claim = Assert.Single(Read(("The owner, Selkie Lines, claims that the ship was insured in Halmere.", 0), ("A clerk in Halmere said that the ship of Selkie Lines was not insured.", 0)));
        Assert.Equal(ClaimVerdict.Compatible, claim.Verdict);
        Assert.Contains(claim.Reasons, r => r.StartsWith("two sources", StringComparison.Ordinal));
    }

    [Fact]
    public void Clauses_that_tell_the_same_in_other_words_agree_over_all_reports_that_have_them()
    {
        const string Told = "Police in Halmere detained the baker Tom Ruddle on Monday after a chase.";
        Claim claim = Assert.Single(Read((Told, 0), ("Tom Ruddle, who owns two shops, was arrested on Monday night by the police of Halmere, his sister told neighbours.", 0), ("It rained all day long.\n" + Told, 0)));
        Assert.Equal(ClaimVerdict.Agree, claim.Verdict);
        Assert.Equal([0, 1, 2], claim.Tellings.Select(t => t.Report));
        Assert.Single(claim.Tellings.Select(t => t.Key).Distinct());
    }

    [Fact]
    public void What_is_found_does_not_hang_on_threads()
    {
        string[] texts = ["The jury in Halmere convicted Tobias Wenlock of fraud on Monday. Orla Benning won the tenth stage of the Halmere race.", "Tobias Wenlock was acquitted of fraud by the Halmere jury on Monday. The tenth stage of the Halmere race went to Pia Sundholm."];
        AnnotatedReport[] reports = [.. texts.Select((t, i) => Annotator.Annotate(new Report { Id = $"{i}", Text = t, Language = "en" }))];
        string One(int threads) => string.Join('\n', ClaimFinder.Find(reports, threads: threads).Select(c => $"{c.Verdict} {string.Join(',', c.Tellings)} {string.Join(';', c.Reasons)}"));
        Assert.Equal(One(1), One(4));
    }

    [Fact]
    public void No_mangled_text_makes_it_fail()
    {
        const string Text = "The jury in Halmere convicted Tobias Wenlock, who was not there, of fraud on Monday, said Orla Benning. No ship left. It stays open, under control, until Tuesday.";
        var random = new Random(7);
        for (int round = 0; round < 60; round++)
        {
            string Mangled()
            {
                var letters = Text.ToCharArray();
                for (int k = 0; k < 12; k++)
                    letters[random.Next(letters.Length)] = " .,“”’-\0\n\ud800not"[random.Next(13)];
                return new string(letters)[..random.Next(1, letters.Length)];
            }

            Assert.NotNull(Read((Mangled(), 0), (Mangled(), random.Next(2)), (Text, 0)));
        }
    }
}

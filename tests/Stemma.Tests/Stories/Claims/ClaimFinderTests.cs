using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Claims;

namespace Stemma.Tests.Stories.Claims;

public class ClaimFinderTests
{
    private static (AnnotatedReport[] Reports, IReadOnlyList<Claim> Claims) Read(params string[] texts)
    {
        AnnotatedReport[] reports = [.. texts.Select((t, i) => Annotator.Annotate(new Report { Id = $"{i}", Text = t }))];
        return (reports, ClaimFinder.Find(reports));
    }

    private static string Values((AnnotatedReport[] Reports, IReadOnlyList<Claim> Claims) story, Claim claim) =>
        string.Join(" | ", claim.Tellings.Select(t => $"{t.Report}: {t.Value.In(story.Reports[t.Report].Text)}"));

    [Theory]
    [InlineData("The fire on the ferry killed 14 people near the northern harbour.", "The fire on the ferry killed 17 people near the northern harbor.", ClaimVerdict.Conflict, "0: 14 | 1: 17")]
    [InlineData("The new northern bridge will be closed for repairs from March 9.", "The new northern bridge will be closed for repairs from 11 March.", ClaimVerdict.Conflict, "0: March 9 | 1: 11 March")]
    [InlineData("The northern ferry sank in 1987 off the harbour wall.", "The northern ferry sank in 1978 off the harbor wall.", ClaimVerdict.Conflict, "0: 1987 | 1: 1978")]
    [InlineData("The council will open the new bridge on Friday after a ceremony.", "The council will open the new bridge on Saturday after one ceremony.", ClaimVerdict.Conflict, "0: Friday | 1: Saturday")]
    [InlineData("The yard sold 2,976 boats to farmers in the northern valley.", "The yard sold 3,000 boats to farmers in the northern valley.", ClaimVerdict.Compatible, "0: 2,976 | 1: 3,000")]
    [InlineData("The yard sold more than 200 boats to farmers in the northern valley.", "The yard sold 212 boats to farmers in the northern valley.", ClaimVerdict.Compatible, "0: 200 | 1: 212")]
    [InlineData("The yard sold twenty boats to farmers in the northern valley.", "The yard sold 20 boats to farmers in the northern valley.", ClaimVerdict.Agree, "0: twenty | 1: 20")]
    [InlineData("The yard sold 1,500,000 boats to farmers in the northern valley.", "The yard sold 1.5 million boats to farmers in the northern valley.", ClaimVerdict.Agree, "0: 1,500,000 | 1: 1.5 million")]
    public void Sentences_that_are_edits_of_each_other_are_compared_word_by_word(string a, string b, ClaimVerdict verdict, string values)
    {
        var story = Read(a, b);
        Claim claim = Assert.Single(story.Claims);
        Assert.Equal((verdict, values), (claim.Verdict, Values(story, claim)));
        Assert.NotEmpty(claim.Reasons);
    }

    [Fact]
    public void Copies_of_a_sentence_tell_it_each_at_its_own_place()
    {
        const string Told = "The fire on the ferry killed 14 people near the northern harbour.", Other = "The fire on the ferry killed 17 people near the northern harbor.";
        var story = Read(Told, "Nobody slept that night in town.\n" + Told, Other, "It was dark.\n" + Other);
        Claim claim = Assert.Single(story.Claims);
        Assert.Equal((ClaimVerdict.Conflict, "0: 14 | 1: 14 | 2: 17 | 3: 17"), (claim.Verdict, Values(story, claim)));
        Assert.All(claim.Tellings, t => Assert.StartsWith("The fire on the ferry", t.Sentence.In(story.Reports[t.Report].Text), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The yard sold nearly 240 boats to farmers in the northern valley.", "The yard sold 236 boats to farmers in the northern valley.")]
    [InlineData("The yard sold just over 230 boats to farmers in the northern valley.", "The yard sold 236 boats to farmers in the northern valley.")]
    [InlineData("The yard sold no more than 240 boats to farmers in the northern valley.", "The yard sold 236 boats to farmers in the northern valley.")]
    [InlineData("The ferry carried 2.31 tonnes of salt to the northern harbour on its way.", "The ferry carried 2,310 kilograms of salt to the northern harbour on its way.")]
    [InlineData("The ferry with Jiří Sobotník left the northern harbour in a storm.", "The ferry with Jiri Sobotnik left the northern harbour in a storm.")]
    [InlineData("The ferry with Mohamed El Sayegh left the northern harbour in a storm.", "The ferry with Mohammed al-Sayegh left the northern harbour in a storm.")]
    public void What_can_both_be_right_is_no_conflict(string a, string b) => Assert.DoesNotContain(Read(a, b).Claims, c => c.Verdict == ClaimVerdict.Conflict);

    [Theory]
    [InlineData("The yard sold 344.66 crowns of rope to farmers in the northern valley.", "The yard sold 344.65 crowns of rope to farmers in the northern valley.")]
    [InlineData("The yard sold more than 200 boats to farmers in the northern valley.", "The yard sold 140 boats to farmers in the northern valley.")]
    [InlineData("The ferry with Anna Morrow left the northern harbour in a storm.", "The ferry with Peter Morrow left the northern harbour in a storm.")]
    [InlineData("In the storm the ferry lost 41 boats of the northern farmers.", "The storm took 14 boats of the northern farmers from the ferry Ostra, and the ferry lost them in the dark.")]
    public void What_no_precision_explains_is_a_conflict(string a, string b) => Assert.Contains(Read(a, b).Claims, c => c.Verdict == ClaimVerdict.Conflict);

    [Theory]
    [InlineData("A ticket for the tram to the harbour is to cost 280 crowns from May.", "A ticket for the ferry to the harbour is to cost 220 crowns from May.")]
    [InlineData("The harbour handled 410 boats in the year 2024, the owners said.", "The harbour handled 380 boats in the year 2023, the owners said.")]
    [InlineData("The third count found 214 boats in the northern harbour towns.", "The second count found 163 boats in the northern harbour towns.")]
    [InlineData("In the upper half of the valley, the yard sold 61 boats to the farmers.", "The yard sold 214 boats in all of the valley, most of them to the farmers.")]
    public void Numbers_of_other_things_times_and_parts_are_not_compared(string a, string b) => Assert.DoesNotContain(Read(a, b).Claims, c => c.Verdict == ClaimVerdict.Conflict);

    [Theory]
    [InlineData("9,999,999,999,999,999,999")]
    [InlineData("1 million billion trillion")]
    [InlineData("99999999999999999999 gigawatts")]
    [InlineData("1 million billion trillion gigawatts")]
    [InlineData("0.00000000000000001 kilometres")]
    public void Numbers_beyond_measure_are_harmless(string number) =>
        Assert.NotNull(Read($"The yard sold {number} of rope to farmers in the northern valley.", $"The yard sold 3 trillion gigawatts of rope to farmers in the northern valley.").Claims);

    [Fact]
    public void A_count_of_the_moment_may_grow_from_day_to_day()
    {
        (string first, string second) = ("There are now 41 boats in the northern harbour, the owners said.", "There are now 86 boats in the northern harbour, the owners said.");
        Assert.Equal(ClaimVerdict.Compatible, Assert.Single(On(11, 12)).Verdict);
        Assert.Equal(ClaimVerdict.Conflict, Assert.Single(On(11, 11)).Verdict);

        IReadOnlyList<Claim> On(int dayOfFirst, int dayOfSecond) => ClaimFinder.Find([Dated("a", first, dayOfFirst), Dated("b", second, dayOfSecond)]);

        static AnnotatedReport Dated(string id, string text, int day)
        {
            var published = new DateOnly(2024, 5, day);
            return Annotator.Annotate(new Report { Id = id, Text = text, Published = new PublicationDate(published, published, DateSource.Stated, []) });
        }
    }

    [Theory]
    [InlineData("The mayor said that the old bridge will be closed for repairs.", "The mayor stated that the old bridge will be shut for repairs.")]
    [InlineData("Prices rose by 5 per cent in the northern valley last year.", "Last year prices in the northern valley climbed 5%.")]
    [InlineData("The ferry left the harbour with 14 people on Monday.", "Farmers in the hills bought 17 tractors on Friday.")]
    [InlineData("The new northern bridge will be closed for repairs from March 9.", "The new northern bridge will be closed for repairs from 9 March.")]
    [InlineData("The northern ferry left the harbour at 4 p.m. with a load of wood.", "The northern ferry left the harbor at 4:00 p.m. with a load of wood.")]
    [InlineData("The yard sold boats worth $5 million in the northern valley.", "The yard sold boats worth €4 million in the northern valley.")]
    [InlineData("The ship of the northern line left the harbour with sailors.", "The boat of the northern line left the harbour with sailors.")]
    [InlineData("The boat maker in the northern harbour cut the jobs of its workers.", "The boat producer in the northern harbour cut the jobs of its workers.")]
    public void Other_words_for_the_same_are_no_conflict(string a, string b) => Assert.DoesNotContain(Read(a, b).Claims, c => c.Verdict != ClaimVerdict.Agree);

    [Theory]
    [InlineData(
        "The tunnel carries about 300 carts a day, most of them with salt for the bakers of the hill towns.",
        "The tunnel carries some 450 carts each day and takes 90 crowns a day in tolls from the drivers.", "0: 300 | 1: 450")]
    [InlineData(
        "The tunnel, which was dug by monks, is the only way to the salt lake. It carries about 300 carts a day, most of them for the bakers of the hill towns.",
        "The tunnel carries about 450 carts a day, according to the guild of drivers, who want a second one.", "0: 300 | 1: 450")]
    [InlineData(
        "The tunnel opened in spring. It carries 300 carts a day, most of them for the bakers of the hill towns.",
        "Snow has closed the tunnel, which carries 450 carts a day, and the drivers sit in the inn without pay.", "0: 300 | 1: 450")]
    [InlineData(
        "Officials said that the tunnel carries 300 carts a day, most of them for the bakers of the hill towns.",
        "The tunnel carries 450 carts a day, the guild of drivers wrote in a letter to the abbot.", "0: 300 | 1: 450")]
    public void Two_rates_of_one_subject_differ_even_where_the_rest_of_the_sentences_does(string a, string b, string values)
    {
        var story = Read(a, b);
        Claim claim = Assert.Single(story.Claims);
        Assert.Equal((ClaimVerdict.Conflict, values), (claim.Verdict, Values(story, claim)));
        Assert.Contains("both say of the same subject", Assert.Single(claim.Reasons), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The tunnel carries 300 carts a day, most with salt for the bakers.", "The canal carries 450 carts a day, according to the guild of drivers.")]
    [InlineData("The tunnel carries 300 carts a day, most with salt for the bakers.", "The northern lane of the tunnel carries 450 carts a day, according to the guild.")]
    [InlineData("The tunnel carries 300 carts a day, most with salt for the bakers.", "The tunnel carried 450 carts a day, according to the guild of drivers.")]
    [InlineData("The tunnel carries 300 carts a day, most with salt for the bakers.", "In December, the tunnel carries 450 carts a day, according to the guild of drivers.")]
    [InlineData("The tunnel carries 300 carts a day, most with salt for the bakers.", "The tunnel carries 450 carts a day to Hillport, according to the guild of drivers.")]
    [InlineData("The tunnel carries 300 carts a day, most with salt for the bakers.", "The tunnel carries 9,000 carts a month, according to the guild of drivers.")]
    [InlineData("The tunnel carries 300 carts a day, most with salt for the bakers.", "The tunnel carries 450 travellers a day, according to the guild of drivers.")]
    [InlineData("The tunnel is old. It carries 300 carts a day, most with salt for the bakers.", "The canal is young. It carries 450 carts a day, according to the guild of drivers.")]
    [InlineData("The abbot of the tunnel is old. It carries 300 carts a day, most with salt.", "The abbot keeps the canal. It carries 450 carts a day, according to the guild.")]
    [InlineData("The guards stopped 30 carts, most of them with salt for the bakers.", "The guards stopped 45 carts, according to the guild of drivers.")]
    public void Rates_of_other_subjects_times_or_places_are_not_compared(string a, string b) => Assert.Empty(Read(a, b).Claims);

    [Fact]
    public void A_count_and_the_next_ordinal_fit_together()
    {
        var story = Read(
            "Moor has visited Hale on his island 11 times since she became mayor of Northport, most recently for the harvest.",
            "The trip is the twelfth visit of Moor to Hale since the mayor came into office four years ago.");
        Claim claim = Assert.Single(story.Claims);
        Assert.Equal((ClaimVerdict.Compatible, "0: 11 | 1: twelfth"), (claim.Verdict, Values(story, claim)));
        Assert.Contains("11 before make this number 12", Assert.Single(claim.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_that_exclude_each_other_differ_even_in_other_words()
    {
        var story = Read(
            "Moor and Hale were to have a private talk and breakfast on Sunday before the signing of the fishing treaty on Monday, an aide told a radio station.",
            "The visit begins with a talk followed by a “private supper” on Sunday, with the signing of the fishing treaty set for Monday.");
        Claim claim = Assert.Single(story.Claims);
        Assert.Equal((ClaimVerdict.Conflict, "0: breakfast | 1: supper"), (claim.Verdict, Values(story, claim)));
    }

    [Fact]
    public void Reports_that_tell_the_same_are_one_claim_with_the_one_that_differs()
    {
        var story = Read(
            "The fire on the ferry killed 14 people near the northern harbour.",
            "The fire on the ferry killed 14 persons near the northern harbour.",
            "The blaze on the ferry killed 17 people near the northern harbour.");
        Assert.Equal("0: 14 | 1: 14 | 2: 17", Values(story, Assert.Single(story.Claims)));
    }

    [Fact]
    public void Tellings_with_one_key_say_the_same()
    {
        var story = Read(
            "The fire on the ferry killed fourteen people near the northern harbour.",
            "The fire on the ferry killed 14 people near the northern harbour.",
            "The fire on the ferry killed 17 people near the northern harbour.");
        Assert.Equal(["14", "14", "17"], Assert.Single(story.Claims).Tellings.Select(t => t.Key));
    }

    [Fact]
    public void Where_one_report_would_tell_two_values_nothing_is_claimed() =>
        Assert.Empty(Read(
            "The fire on the ferry killed 14 people near the northern harbour.",
            "The fire on the ferry killed 17 people near the northern harbour.\nThe fire on the ferry killed 19 people near the northern harbour.").Claims);

    [Fact]
    public void Differing_claims_come_first()
    {
        var story = Read(
            "The yard sold 20 boats to farmers in the valley.\nThe fire on the ferry killed 14 people near the northern harbour.",
            "The yard sold 20 boats to farmers in the valley.\nThe fire on the ferry killed 17 people near the northern harbour.");
        Assert.Equal([ClaimVerdict.Conflict, ClaimVerdict.Agree], story.Claims.Select(c => c.Verdict));
    }

    [Fact]
    public void One_report_makes_no_claim_against_itself() =>
        Assert.Empty(Read("The fire killed 14 people near the harbour. The fire killed 17 people near the harbour.").Claims);

    [Fact]
    public void A_long_text_of_one_sentence_after_another_is_harmless()
    {
        string text = string.Concat(Enumerable.Repeat("The fire on the ferry killed 14 people. ", 3000));
        Assert.All(Read(text, text).Claims, c => Assert.NotEqual(ClaimVerdict.Conflict, c.Verdict));
    }
}

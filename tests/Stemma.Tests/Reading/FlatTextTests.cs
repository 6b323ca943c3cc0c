using Stemma.Reports;

namespace Stemma.Tests.Reading;

public class FlatTextTests
{
    private const string First = "The harbour of Lindmoor was closed on Tuesday after a crane fell into the water, the port authority said in the evening.";
    private const string Second = "Nobody was hurt, but two ships with grain have to wait until the weekend before they can be unloaded at the north quay.";

    [Fact]
    public void A_clean_report_loses_nothing()
    {
        string text = $"Crane falls into Lindmoor harbour\n\n{First}\n\n‘A lucky day’\n\n{Second}\n";
        Report report = Readings.Of(text);
        Assert.Equal("Crane falls into Lindmoor harbour", report.Title);
        Assert.Empty(report.Cuts);
        Assert.Equal($"{First}\n‘A lucky day’\n{Second}", report.Kept());
    }

    [Fact]
    public void A_text_that_begins_with_its_first_paragraph_has_no_title() =>
        Assert.Null(Readings.Of($"{First}\n{Second}").Title);

    [Theory]
    [InlineData("HomeWorld NewsCrane falls into Lindmoor harbour")]
    [InlineData("Home International Crane falls into Lindmoor harbour")]
    [InlineData("Home > Business > Crane falls into Lindmoor harbour")]
    [InlineData("HomeMaritimeCrane falls into Lindmoor harbour")]
    public void A_breadcrumb_is_cut_and_the_title_kept_once(string breadcrumb)
    {
        Report report = Readings.Of($"{breadcrumb}\n\nCrane falls into Lindmoor harbour\n\nCrane falls into Lindmoor harbour\n\n{First}\n\n{Second}");
        Assert.Equal("breadcrumb", report.Cut(breadcrumb));
        Assert.Equal(new TextSpan(breadcrumb.Length + 2, breadcrumb.Length + 35), report.TitleSpan);
        Assert.Equal(2, report.Cuts.Count);
        Assert.Equal("repeated title", report.Cuts[1].Why);
        Assert.Equal($"{First}\n{Second}", report.Kept());
    }

    [Fact]
    public void A_breadcrumb_that_holds_the_only_title_gives_it_away()
    {
        Report report = Readings.Of($"HomeWorld NewsCrane falls into Lindmoor harbour\n\n{First}\n\n{Second}");
        Assert.Equal("Crane falls into Lindmoor harbour", report.Title);
        Assert.Equal("breadcrumb", report.Cut("HomeWorld News"));
    }

    [Fact]
    public void A_headline_about_homes_is_no_breadcrumb() =>
        Assert.Equal("Home prices in Lindmoor fall again", Readings.Of($"Home prices in Lindmoor fall again\n\n{First}\n\n{Second}").Title);

    [Theory]
    [InlineData("Leave a Comment", "comment form")]
    [InlineData("Please enter your comment!", "comment form")]
    [InlineData("Please enter your comment!Please enter your name here", "comment form")]
    [InlineData("Share this article", "share bar")]
    [InlineData("Read also: Five things to know about cranes", "read also")]
    [InlineData("Tags: harbour, cranes", "tags")]
    [InlineData("© Lindmoor Courier. All rights reserved.", "copyright")]
    [InlineData("Photo: Harbour Authority", "photo credit")]
    [InlineData("Sign up for our newsletter", "newsletter")]
    [InlineData("Never miss a story: sign up for the newsletter.", "newsletter")]
    [InlineData("You can also sign up for the newsletter here.", "newsletter")]
    [InlineData("Share this article: Warbler | Pageling | Mail | Print", "share bar")]
    [InlineData("Share this: Warbler, Pageling, Print this page", "share bar")]
    [InlineData("Share / Warbler / Pageling", "share bar")]
    [InlineData("Copyright Lindmoor Courier. Reproduction only with permission.", "copyright")]
    [InlineData("Copyright 2024 The Lindmoor Courier and Sons Ltd.", "copyright")]
    [InlineData("“Tea enthusiast. Proud gardener. Sunday poet.”", "author note")]
    [InlineData("“Gardener. Stargazer. Amateur cellist. Proud northerner.”", "author note")]
    [InlineData("Quiet tea fan. Amateur film buff. Travel nerd.", "author note")]
    [InlineData("“Quiet tea fan. Amateur film buff. Travel nerd.”", "author note")]
    [InlineData("Ada Quill is a staff writer at the Lindmoor Courier.", "author note")]
    public void Junk_after_the_article_is_cut_with_its_reason(string junk, string why)
    {
        Report report = Readings.Of($"Crane falls into Lindmoor harbour\n\n{First}\n\n{Second}\n\n{junk}");
        Assert.Equal(why, report.Cut(junk));
        Assert.Equal($"{First}\n{Second}", report.Kept());
    }

    [Theory]
    [InlineData("Copyright law must change, the publishers said on Friday, and they want the parliament to act before the summer.")]
    [InlineData("The company said it had changed its privacy policy on Monday after complaints from customers in three countries.")]
    [InlineData("“Sign up for our newsletter,” the banner read, and nobody in the crowd could say who had put it there at night.")]
    [InlineData("No fans. No lights. No music. It was the quietest night that the stadium of Lindmoor had seen in a hundred years.")]
    [InlineData("Readers can sign up for the newsletter at the library, and more than a hundred had done so by the evening of the first day.")]
    [InlineData("Copyright Lindmoor has nothing to do with it, said the mayor, and she wants to hear no more about it in the council.")]
    [InlineData("Sign up for a course and the town pays half of it, the mayor told the dockers on Friday evening.")]
    [InlineData("Share prices, wages and rents rose in Lindmoor.")]
    [InlineData("“Fewer cranes. Fewer accidents. Lower wages.”")]
    [InlineData("Read the letter in full and you will see, she said, that nobody ever promised the workers that the quay would reopen.")]
    public void A_sentence_of_the_article_is_not_junk(string sentence) =>
        Assert.Contains(sentence, Readings.Of($"Crane falls into Lindmoor harbour\n\n{First}\n\n{sentence}\n\n{Second}").Kept(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Part of the article was reported by AFP.", "AFP")]
    [InlineData("Source: Agence France-Presse", "AFP")]
    [InlineData("(With inputs from PTI)", "PTI")]
    [InlineData("The Associated Press contributed to this report.", "AP")]
    [InlineData("This article was originally published by The Lindmoor Courier.", "The Lindmoor Courier")]
    [InlineData("(QNP)", "QNP")]
    [InlineData("— Reuters", "Reuters")]
    public void A_credit_line_is_cut_and_becomes_a_credit(string line, string agency)
    {
        Report report = Readings.Of($"Crane falls into Lindmoor harbour\n\n{First}\n\n{Second}\n\n{line}");
        Credit credit = Assert.Single(report.Credits);
        Assert.Equal(agency, credit.Agency);
        Assert.NotNull(report.Cut(credit.Span!.Value.In(report.Text)));
        Assert.Equal($"{First}\n{Second}", report.Kept());
    }

    [Theory]
    [InlineData("Editing by Quentin Marsh")]
    [InlineData("(Reporting by Anna Rowe; Editing by Quentin Marsh and Ada Quill)")]
    [InlineData("© Lindmoor Courier. All rights reserved.")]
    [InlineData("© 2024 Lindmoor Courier. All rights reserved.")]
    [InlineData("Anna Rowe and Peter Quill contributed to this report.")]
    [InlineData("Additional reporting by Anna Rowe.")]
    public void Helpers_and_owners_are_no_agencies(string line)
    {
        Report report = Readings.Of($"Crane falls into Lindmoor harbour\n\n{First}\n\n{Second}\n\n{line}");
        Assert.Empty(report.Credits);
        Assert.Empty(report.Byline);
        Assert.Equal($"{First}\n{Second}", report.Kept());
    }

    [Theory]
    [InlineData("By our staff and Tarrel")]
    [InlineData("By Tarrel and our own staff")]
    [InlineData("By our own correspondents and agencies")]
    public void A_byline_of_the_house_is_cut_and_its_agency_known_by_the_dateline(string byline)
    {
        Report report = Readings.Of($"Crane falls into Lindmoor harbour\n\n{byline}\n\nLINDMOOR (Tarrel) — {First}\n\n{Second}");
        Assert.Equal("byline", report.Cut(byline));
        Assert.Empty(report.Byline);
        Assert.Equal("Tarrel", Assert.Single(report.Credits).Agency);
    }

    [Theory]
    [InlineData("PARIS (AFP) – ", "AFP")]
    [InlineData("LONDON, March 3 (Reuters) - ", "Reuters")]
    [InlineData("LINDMOOR, Northland (QNP) — ", "QNP")]
    [InlineData("LINDMOOR (Tarrel) — ", "Tarrel")]
    [InlineData("LINDMOOR, March 3 (North Coast Wire) - ", "North Coast Wire")]
    [InlineData("LINDMOOR (Oregon) — ", null)]
    [InlineData("LINDMOOR (Tuesday) — ", null)]
    [InlineData("London – ", null)]
    public void A_dateline_is_cut_from_the_first_paragraph(string dateline, string? agency)
    {
        Report report = Readings.Of($"Crane falls into Lindmoor harbour\n\n{dateline}{First}\n\n{Second}");
        Assert.Equal("dateline", report.Cut(dateline.Trim()));
        Assert.Equal(agency, report.Credits.SingleOrDefault()?.Agency);
        Assert.Equal($"{First}\n{Second}", report.Kept());
    }

    [Theory]
    [InlineData("Anna – the youngest of three sisters who run the yard – said that the crane had been checked only last month by experts.")]
    [InlineData("NQP (North Quay Pilots) – The pilots of the harbour said that the crane had been checked only last month by experts of theirs.")]
    [InlineData("MAYOR QUILL (a former pilot) – The word stood on a board at the quay for years, and nobody had ever taken the trouble to change it.")]
    [InlineData("The crane – a relic of the old days – had been checked only last month by experts of the port authority, it said.")]
    public void A_dash_in_a_sentence_is_no_dateline(string paragraph) =>
        Assert.Empty(Readings.Of($"Crane falls into Lindmoor harbour\n\n{paragraph}\n\n{Second}").Cuts);

    [Fact]
    public void A_byline_gives_the_names_without_jobs_and_agencies()
    {
        Report report = Readings.Of($"Crane falls into Lindmoor harbour\n\nBy Ada Quill and Ben Rowe, Staff Writers | Reuters\n\n{First}\n\n{Second}");
        Assert.Equal(["Ada Quill", "Ben Rowe"], report.Byline);
        Assert.Equal("Reuters", Assert.Single(report.Credits).Agency);
        Assert.Equal("byline", report.Cut("Ada Quill"));
    }

    [Theory]
    [InlineData("Published: 12 March 2024", "2024-03-12")]
    [InlineData("October 04, 2005", "2005-10-04")]
    [InlineData("Posted on Friday, 1st December 2023 at 10:15", "2023-12-01")]
    [InlineData("2024-03-12T23:30:00-05:00", "2024-03-12")]
    public void A_date_line_near_the_head_states_the_date(string line, string day)
    {
        Report report = Readings.Of($"Crane falls into Lindmoor harbour\n{line}\n\n{First}\n\n{Second}");
        Assert.Equal("date line", report.Cut(line));
        Assert.Equal(day, report.Published!.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateSource.Stated, report.Published.How);
    }

    [Fact]
    public void The_side_files_date_counts_before_the_stated_one()
    {
        Report report = Readings.Of($"Crane falls\nPublished: 12 March 2024\n\n{First}\n\n{Second}", "2024-03-14T08:00:00Z");
        Assert.Equal(new DateOnly(2024, 3, 14), report.Published!.From);
        Assert.Equal(DateSource.File, report.Published.How);
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 8, 0, 0, TimeSpan.Zero), report.Published.Instant);
    }

    [Theory]
    [InlineData("A report of the harbour that was written in the evening and that all the people of the town have read with their own eyes.", "en")]
    [InlineData("Der Hafen ist seit dem Morgen geschlossen, und die Behörde hat nach dem Unfall für den Rest der Woche die Schiffe auch nicht mehr zu den Kais gelassen.", "de")]
    [InlineData("Xyzzy plugh frotz blorb gnusto rezrov izyuk yomin vaxum nitfol zifmia tinsot kulcad cleesh swanzo filfre melbor bozbar oonkan espnis.", "und")]
    public void The_language_is_guessed_by_common_words(string text, string language) =>
        Assert.Equal(language, Readings.Of(text).Language);
}

using System.Text;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Reading.Documents;

/// <summary>What an input names from outside counts before what its text seems to say.</summary>
public class NamedFieldTests
{
    private static Report Read(string text, Func<ReportInput, ReportInput> named)
    {
        ReadingResult result = ReportReader.Read(named(new ReportInput("a", Encoding.UTF8.GetBytes(text)) { Charset = "utf-8" }));
        Assert.True(result.Report is not null, result.Problem);
        return result.Report;
    }

    [Fact]
    public void A_plain_article_is_all_article()
    {
        Report report = Read("Ships wait\n" + Samples.Plain + "\nPhotos\n(AFP)", i => i with { IsArticle = true, Title = "Another headline" });
        Assert.Equal("Another headline", report.Title);
        Assert.Null(report.TitleSpan);
        Assert.Equal(["Ships wait", Samples.First, Samples.Second, Samples.Third, Samples.Fourth, "Photos"], report.Kept().Split('\n'));
        Assert.Equal("AFP", Assert.Single(report.Credits).Agency);
    }

    [Fact]
    public void A_fragment_keeps_short_paragraphs_lists_and_sub_headings()
    {
        Report report = Read($"<!DOCTYPE html>\n<h2>Ships wait</h2><p>{Samples.First}</p><p>It is quiet.</p><ul><li>Grain</li><li>Timber</li></ul><h3>Mills</h3>{Samples.Fourth}<br><br>No end mark<figure><figcaption>The crane.</figcaption></figure><p>Share this story</p><p>By Ada Thornby</p>", i => i with { IsArticle = true, Title = "Lock" });
        Assert.Equal(["Ships wait", Samples.First, "It is quiet.", "Grain", "Timber", "Mills", Samples.Fourth, "No end mark"], report.Kept().Split('\n'));
        Assert.Equal(["Ada Thornby"], report.Byline);
    }

    [Fact]
    public void The_headline_of_a_page_is_the_named_one_and_another_one_in_it_is_cut()
    {
        string page = $"<html><head><title>x</title></head><body><article><h1>Long headline about ships that wait before the lock</h1>{Samples.Html}</article></body></html>";
        Report other = Read(page, i => i with { Title = "Ships wait" });
        Assert.Equal(("Ships wait", null, "headline"), (other.Title, other.TitleSpan, other.Cut("Long headline")));
        Report same = Read(page, i => i with { Title = "Long headline about ships that wait before the lock" });
        Assert.NotNull(same.TitleSpan);
    }

    [Fact]
    public void Authors_agencies_language_and_date_are_taken_from_outside()
    {
        Report report = Read(Samples.Plain, i => i with { Authors = ["By Ada Thornby, Harbour Reporter and Bo Linde", "Reuters"], Credits = ["Agence France-Presse", "A friend"], Language = "en_GB", Published = "2024-03-12", Outlet = "Lindmoor Courier" });
        Assert.Equal(["Ada Thornby", "Bo Linde", "Reuters"], report.Byline);
        Assert.Equal([new Credit("Reuters", null, "metadata"), new Credit("AFP", null, "metadata")], report.Credits);
        Assert.Equal(("en", "Lindmoor Courier", DateSource.File), (report.Language, report.Outlet, report.Published!.How));
    }

    [Fact]
    public void An_agency_in_the_text_keeps_its_place()
    {
        Report report = Read($"LINDMOOR (AFP) – {Samples.First}\n{Samples.Second}", i => i with { IsArticle = true, Credits = ["AFP"] });
        Assert.Equal("AFP", Assert.Single(report.Credits).Span!.Value.In(report.Text));
    }

    [Fact]
    public void An_item_of_a_few_words_is_refused() =>
        Assert.Contains("next to no words", ReportReader.Read(new ReportInput("a", "Ships wait."u8.ToArray()) { IsArticle = true }).Problem, StringComparison.Ordinal);
}

using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Reading;

/// <summary>What an outlet repeats over its reports is no part of any of them.</summary>
public class OutletMemoryTests
{
    private const string Prompt = "Do you know more about this? Call the night desk on the usual number";

    private static Report Report(int number, string extra, string? outlet = "Gazette") => new()
    {
        Id = $"{number}.txt",
        Outlet = outlet,
        Text = $"The mayor of Lindmoor spoke about matter number {number} on Tuesday.\nIt was meeting {number} of {number + 7} this year, and the hall was full.\n"
            + $"People asked {number} questions about the quay.\n{extra}\nA vote comes in week {number}.\nThe next speech is on day {number}.\nSo ended evening {number}.",
    };

    private static string? Cut(Report report, string words) => report.Cuts.FirstOrDefault(c => c.Span.In(report.Text).Contains(words, StringComparison.Ordinal))?.Why;

    [Fact]
    public void A_prompt_that_three_reports_of_an_outlet_hold_is_cut_with_the_reason()
    {
        IReadOnlyList<Report> reports = OutletMemory.Apply([.. Enumerable.Range(1, 3).Select(i => Report(i, Prompt)), Report(9, Prompt, "Courier")]);
        Assert.All(reports.Take(3), r => Assert.Equal("line that this outlet repeats", Cut(r, "night desk")));
        Assert.All(reports.Take(3), r => Assert.Equal(Prompt.Length, r.Cuts.Sum(c => c.Span.Length)));
        Assert.Empty(reports[3].Cuts);
    }

    [Fact]
    public void Two_reports_are_too_few() =>
        Assert.All(OutletMemory.Apply([Report(1, Prompt), Report(2, Prompt)]), r => Assert.Empty(r.Cuts));

    [Fact]
    public void Updates_of_one_report_stay_whole()
    {
        Report[] updates = [.. Enumerable.Range(1, 4).Select(i => Report(1, $"This is version {i}.") with { Id = $"{i}" })];
        Assert.All(OutletMemory.Apply(updates), r => Assert.Empty(r.Cuts));
    }

    [Fact]
    public void A_sentence_of_background_inside_the_text_stays_where_few_reports_have_it()
    {
        const string Background = "The old bridge over the Aldery was closed in 2019 because of rust in two of its piers.";
        Assert.All(OutletMemory.Apply([.. Enumerable.Range(1, 4).Select(i => Report(i, Background))]), r => Assert.Null(Cut(r, "old bridge")));
    }

    [Fact]
    public void Reports_without_an_outlet_are_left_alone() =>
        Assert.All(OutletMemory.Apply([.. Enumerable.Range(1, 5).Select(i => Report(i, Prompt, null))]), r => Assert.Empty(r.Cuts));
}

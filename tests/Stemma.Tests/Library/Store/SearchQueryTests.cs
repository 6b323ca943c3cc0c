using Stemma.Library.Store;
using Stemma.Reports;

namespace Stemma.Tests.Library.Store;

/// <summary>How a search is read, and which words are shown.</summary>
public class SearchQueryTests
{
    [Fact]
    public void Words_phrases_fields_beginnings_and_words_to_leave_out_are_told_apart()
    {
        SearchQuery query = LibraryReports.Query("bridge \"shut at noon\" speaker:\"Harbour Master\" tannh* -ferry lang:EN after:2024-03-12");
        Assert.Equal(["bridge", "shut at noon", "harbour master", "tannh", "ferry"], query.Terms.Select(t => string.Join(' ', t.Words)));
        Assert.Equal([SearchField.Text, SearchField.Text, SearchField.Speaker, SearchField.Text, SearchField.Text], query.Terms.Select(t => t.Field));
        Assert.Equal([false, false, false, true, false], query.Terms.Select(t => t.IsStart));
        Assert.True(query.Terms[^1].IsExcluded);
        Assert.Equal(("en", new DateOnly(2024, 3, 12)), (query.Language, query.From));
    }

    [Theory]
    [InlineData("10:30")]
    [InlineData("https://orm.example/keeper")]
    [InlineData("nofield:word")]
    [InlineData("rock-and-roll")]
    [InlineData("Brask's")]
    public void What_is_no_field_is_a_phrase_of_its_words(string typed) => Assert.Equal(SearchField.Text, Assert.Single(LibraryReports.Query(typed).Terms).Field);

    [Theory]
    [InlineData("", "no word")]
    [InlineData("\"", "no word")]
    [InlineData("-ferry", "leave out")]
    [InlineData("after:yesterday bridge", "after:2024-03-12")]
    [InlineData("lang:klingon9 bridge", "lang:en")]
    public void What_cannot_be_searched_for_is_told(string typed, string why)
    {
        SearchQueryParser.Parse(typed, out string? problem);
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void No_search_is_too_long_to_be_refused()
    {
        SearchQueryParser.Parse(new string('"', 1 << 20), out string? quotes);
        SearchQueryParser.Parse(string.Join(' ', Enumerable.Repeat("a", 500)), out string? words);
        Assert.NotNull(quotes);
        Assert.NotNull(words);
    }

    [Fact]
    public void The_words_of_a_text_are_folded_and_stand_where_they_are()
    {
        const string text = "Ærø’s CAFÉ\u0301 No. 7\uD800東京 ﬁn";
        SearchWord[] words = [.. SearchWords.Of(text)];
        Assert.Equal(["ærø", "s", "cafe", "no", "7", "東", "京", "fin"], words.Select(w => w.Folded));
        Assert.Equal(["Ærø", "s", "CAFÉ\u0301", "No", "7", "東", "京", "ﬁn"], words.Select(w => w.Span.In(text)));
    }

    [Fact]
    public void The_passage_that_is_shown_holds_the_words_and_nothing_that_is_cut()
    {
        string text = "Menu bridge Home\n" + string.Concat(Enumerable.Repeat("Nothing of it is told here. ", 40)) + "The bridge was shut at noon.\nFooter bridge";
        var report = new Report { Id = "r", Text = text, Cuts = [new Cut(new TextSpan(0, 16), "menu"), new Cut(new TextSpan(text.Length - 13, text.Length), "footer")] };
        SearchPassage passage = SearchPassage.Of(report, LibraryReports.Query("bridge noon"));
        Assert.Equal(["bridge", "noon"], passage.Words.Select(w => w.In(text)));
        Assert.All(passage.Words, w => Assert.True(passage.Span.Contains(w)));
        Assert.All(report.Cuts, c => Assert.False(c.Span.Overlaps(passage.Span)));
        Assert.InRange(passage.Span.Length, 28, 300);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Tests.Presentation;

public class DossierJsonTests
{
    internal static byte[] Bytes(Dossier dossier)
    {
        using var stream = new MemoryStream();
        DossierJson.Write(dossier, stream);
        return stream.ToArray();
    }

    [Fact]
    public void What_is_written_reads_back_to_the_same_bytes()
    {
        byte[] written = Bytes(SampleDossiers.Ferry());
        Dossier read = DossierJson.Read(new MemoryStream(written));
        Assert.Equal(7, read.Reports.Count);
        Assert.Equal(written, Bytes(read));
    }

    [Fact]
    public void The_file_is_UTF8_without_a_mark_its_lines_end_in_LF_and_it_is_readable()
    {
        byte[] written = Bytes(SampleDossiers.Ferry());
        Assert.Equal((byte)'{', written[0]);
        Assert.DoesNotContain((byte)'\r', written);
        Assert.Equal((byte)'\n', written[^1]);
        Assert.Contains("“We will look at every minute of this voyage,” Holt added.", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reports[0].published.from", "2031-03-11")]
    [InlineData("reports[0].published.how", "stated")]
    [InlineData("reports[2].cut[0].why", "breadcrumb")]
    [InlineData("lineage.lost[0].agency", "Norden Wire")]
    [InlineData("lineage.links[0].from", "lost1")]
    [InlineData("lineage.origins[0].root", "lost1")]
    [InlineData("passages[0].use", "copied")]
    [InlineData("passages[0].a.report", "a-harbour-post.txt")]
    [InlineData("wordings[0].pairs[0].change", "reworded")]
    [InlineData("wordings[0].pairs[0].edits[0].op", "delete")]
    [InlineData("claims[0].tellings[0].value", "Seventeen")]
    [InlineData("timeline[0].precision", "year")]
    [InlineData("unread[1].file", "i-empty.txt")]
    [InlineData("quotes[0].speaker.name", "Mara Holt")]
    [InlineData("names[0].mentions[0].report", "a-harbour-post.txt")]
    [InlineData("times[0].type", "TIME")]
    public void Names_and_shapes_are_those_that_others_rely_on(string path, string expected)
    {
        using var json = JsonDocument.Parse(Bytes(SampleDossiers.Ferry()));
        JsonElement at = json.RootElement;
        foreach (string step in path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.'))
            at = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? at[index] : at.GetProperty(step);
        Assert.Equal(expected, at.GetString());
    }

    [Fact]
    public void Edits_rebuild_the_later_wording_from_the_earlier_one()
    {
        Dossier dossier = DossierJson.Read(new MemoryStream(Bytes(SampleDossiers.Ferry())));
        var story = new StoryIndex(dossier);
        foreach (WordingPair pair in dossier.Wordings.SelectMany(w => w.Pairs))
        {
            DossierQuote a = story.Quote(pair.A)!, b = story.Quote(pair.B)!;
            var rebuilt = new StringBuilder();
            int at = a.Start;
            foreach (WordingEdit edit in pair.Edits)
            {
                rebuilt.Append(story.Words(a.Report, at, edit.AStart)).Append(story.Words(b.Report, edit.BStart, edit.BEnd));
                at = edit.AEnd;
            }
            rebuilt.Append(story.Words(a.Report, at, a.End));
            Assert.Equal(Squeezed(story.Words(b)), Squeezed(rebuilt.ToString()));
        }
    }

    [Fact]
    public void A_lone_surrogate_does_not_move_the_offsets_behind_it()
    {
        Dossier dossier = new StoryBuilder().Report("x", null, null, null, "a\ud800b").Build();
        Assert.Equal("a\uFFFDb", DossierJson.Read(new MemoryStream(Bytes(dossier))).Reports[0].Text);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        byte[] expected = Bytes(SampleDossiers.Ferry());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Bytes(SampleDossiers.Ferry()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"stemma":"1","reports":[{"id":"a"}],"lineage":{}}""")]
    [InlineData("""{"stemma":"1","stemma":"2","reports":[],"lineage":{}}""")]
    [InlineData("no JSON")]
    public void What_is_no_dossier_is_refused(string text) =>
        Assert.Throws<JsonException>(() => DossierJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Fields_that_later_versions_add_do_no_harm() =>
        Assert.Empty(DossierJson.Read(new MemoryStream("""{"stemma":"9.0.0","reports":[],"lineage":{},"news":[1]}"""u8.ToArray())).Reports);

    private static string Squeezed(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;
using Stemma.Library;
using Stemma.Presentation;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Tests.Stories;

public class StoryReaderTests
{
    private static readonly Report[] s_sample =
    [
        .. ReportFiles.Open([Path.Combine(Repository.Root, "samples", "skerrin-bridge")], Stream.Null).Inputs
            .Select(i => ReportReader.Read(i).Report).OfType<Report>(),
    ];

    [Theory]
    [InlineData("", 1, false)]
    [InlineData("tr-TR", 2, true)]
    [InlineData("de-DE", 2, false)]
    [InlineData("ar-SA", 1, true)]
    public void The_dossier_is_the_same_in_any_culture_order_and_number_of_threads(string culture, int threads, bool reversed)
    {
        byte[] expected = Json(s_sample, 2);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Json(reversed ? s_sample.Reverse() : s_sample, threads));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_dossier_of_the_sample_is_sound() => Assert.Empty(DossierCheck.Faults(StoryReader.Read(s_sample)));

    [Fact]
    public void Two_reports_with_one_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => StoryReader.Read([s_sample[0], s_sample[0]]));

    [Fact]
    public void What_could_not_be_read_is_named_in_the_dossier()
    {
        UnreadInput unread = new("broken.txt", "the file is empty");
        Assert.Equal([unread], StoryReader.Read(s_sample, [unread]).Unread);
    }

    [Fact]
    public void A_run_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => StoryReader.Read(s_sample, null, new StoryOptions { Cancellation = stop.Token }));
    }

    [Fact]
    public void One_report_alone_is_one_origin()
    {
        ReadingResult read = ReportReader.Read(new ReportInput("a.txt", Encoding.UTF8.GetBytes("The bridge is closed, the mayor of Ostrand said on Monday.")));
        Dossier dossier = StoryReader.Read([read.Report!]);
        Assert.Equal(["a.txt"], Assert.Single(dossier.Lineage.Origins).Reports);
        Assert.Empty(dossier.Lineage.Links);
    }

    private static byte[] Json(IEnumerable<Report> reports, int threads)
    {
        using var stream = new MemoryStream();
        DossierJson.Write(StoryReader.Read(reports, null, new StoryOptions { Threads = threads }), stream);
        return stream.ToArray();
    }
}

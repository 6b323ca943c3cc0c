namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>The same reports give the same bytes, whatever the machine they are read on is set to.</summary>
public sealed class DeterminismTests : IDisposable
{
    private static readonly Lazy<byte[]> s_reference = new(() => Dossier([StemmaProcess.Sample], new Dictionary<string, string>()));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("C", "UTC")]
    [InlineData("tr_TR.UTF-8", "Europe/Istanbul")]
    [InlineData("de_DE.UTF-8", "Pacific/Kiritimati")]
    [InlineData("ar_SA.UTF-8", "Asia/Riyadh")]
    [InlineData("th_TH.UTF-8", "America/St_Johns")]
    public void A_dossier_does_not_depend_on_language_or_time_zone(string language, string zone) =>
        Same(Dossier([StemmaProcess.Sample], new Dictionary<string, string> { ["LANG"] = language, ["LC_ALL"] = language, ["TZ"] = zone }));

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("7")]
    public void A_dossier_does_not_depend_on_the_number_of_threads(string threads) =>
        Same(Dossier([StemmaProcess.Sample, "--threads", threads], new Dictionary<string, string>()));

    [Fact]
    public void A_dossier_does_not_depend_on_the_order_in_which_the_reports_are_given()
    {
        string[] files = [.. Directory.GetFiles(StemmaProcess.Sample).Where(f => !f.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        byte[] first = Dossier(files, new Dictionary<string, string>());
        string[] turned = [.. files[3..].Reverse(), .. files[..3]];
        Assert.Equal(first, Dossier(turned, new Dictionary<string, string>()));
    }

    [Fact]
    public void A_dossier_does_not_depend_on_where_the_reports_lie_or_when_they_were_saved()
    {
        _folder.CopyFrom(StemmaProcess.Sample);
        foreach (string file in Directory.GetFiles(_folder.Path))
            File.SetLastWriteTimeUtc(file, new DateTime(1999, 12, 31, 23, 59, 59, DateTimeKind.Utc));
        Same(Dossier([_folder.Path], new Dictionary<string, string>()));
    }

    private static void Same(byte[] dossier) =>
        Assert.True(s_reference.Value.AsSpan().SequenceEqual(dossier), $"the dossiers differ from byte {s_reference.Value.AsSpan().CommonPrefixLength(dossier)} on");

    private static byte[] Dossier(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var folder = new TemporaryFolder();
        Run run = StemmaProcess.Stemma(["read", .. arguments, "-o", folder["story.json"]], environment);
        Assert.True(run.ExitCode == 0, run.Errors);
        return File.ReadAllBytes(folder["story.json"]);
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using Stemma.EndToEnd.Tests.CommandLine;

namespace Stemma.EndToEnd.Tests.Web;

/// <summary><c>stemma serve</c> as its users start it.</summary>
public partial class ServeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_where_it_listens_shows_the_story_and_stops_when_it_is_told_to()
    {
        using Process serve = Start("serve", StemmaProcess.Sample, "--urls", "http://127.0.0.1:0");
        try
        {
            string line = await serve.StandardOutput.ReadLineAsync(Cancellation) ?? "";
            Match told = Address().Match(line);
            Assert.True(told.Success, line + await ErrorsOf(serve));
            using var client = new HttpClient();
            string page = await client.GetStringAsync(new Uri(told.Value + "/stories/skerrin-bridge"), Cancellation);
            Assert.Contains("8 reports", page, StringComparison.Ordinal);
            using Process kill = Process.Start("kill", ["-TERM", serve.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await serve.WaitForExitAsync(Cancellation);
            Assert.DoesNotContain("Unhandled", await serve.StandardError.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        }
        finally
        {
            if (!serve.HasExited)
                serve.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("https://127.0.0.1:0", "http")]
    [InlineData("ftp://x", "http")]
    [InlineData("127.0.0.1:5080", "http://")]
    [InlineData("http://127.0.0.1:0/path", "path")]
    public void An_address_it_cannot_listen_at_is_told_before_anything_is_read(string url, string word)
    {
        Run run = StemmaProcess.Stemma("serve", StemmaProcess.Sample, "--urls", url);
        Assert.Equal(2, run.ExitCode);
        run.Says(word);
        run.DidNotCrash();
    }

    [Fact]
    public void A_port_that_is_taken_is_told_with_what_to_do()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        Run run = StemmaProcess.Stemma("serve", StemmaProcess.Sample, "--urls", $"http://{taken.LocalEndpoint}");
        Assert.Equal(2, run.ExitCode);
        run.Says("cannot listen", "--urls");
        run.DidNotCrash();
    }

    [Fact]
    public void Without_a_report_there_is_nothing_to_serve()
    {
        using var folder = new TemporaryFolder();
        Run run = StemmaProcess.Stemma("serve", folder.Path);
        Assert.Equal(2, run.ExitCode);
        run.Says("no report could be read");
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Stemma.Cli.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<string> ErrorsOf(Process process) => process.HasExited ? await process.StandardError.ReadToEndAsync(Cancellation) : "";

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}

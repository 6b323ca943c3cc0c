using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>
/// What was acknowledged is there, whenever the process that added it is killed. STEMMA_KILLS sets how often; a test run
/// kills a few times, a release a thousand.
/// </summary>
public sealed class LibraryCrashTests : IDisposable
{
    private const int Reports = 400;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("STEMMA_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 6;

    [Fact]
    public void No_acknowledged_report_is_lost_and_none_is_there_in_part_when_the_program_is_killed()
    {
        string corpus = _folder.Write("corpus.jsonl", string.Concat(Enumerable.Range(0, Reports).Select(Line)));
        HashSet<string>[] acknowledged = [[], [], []];
        var random = new Random(1);
        int longest = 1500;
        for (int kill = 0; kill < Kills; kill++)
        {
            // Three libraries in turn, each begun anew after some kills: killed while it is made, while it grows, when all is there.
            int n = kill % 3;
            string library = _folder[$"library{n}.db"];
            if (kill % 12 == n)
            {
                acknowledged[n].Clear();
                foreach (string old in Directory.GetFiles(_folder.Path, $"library{n}.db*"))
                    File.Delete(old);
            }
            bool ended = AddAndKill(corpus, library, TimeSpan.FromMilliseconds(random.Next(longest)), acknowledged[n]);
            // As long as a whole run takes here, so that the kills fall all over it.
            longest = ended ? Math.Max(200, longest * 3 / 4) : Math.Min(20_000, longest * 5 / 4);
            if (!File.Exists(library))
                continue;
            Run check = StemmaProcess.Stemma("db", "check", "--library", library);
            Assert.True(check.ExitCode == 0, $"kill {kill}: {check.Output}{check.Errors}");
            AssertThere(library, acknowledged[n]);
        }
        Assert.Equal(0, StemmaProcess.Stemma("add", corpus, "--library", _folder["library0.db"]).ExitCode);
        AssertThere(_folder["library0.db"], acknowledged[0]);
    }

    [Fact]
    public async Task Two_processes_that_add_to_one_library_lose_nothing()
    {
        string[] corpora = [.. Enumerable.Range(0, 2).Select(half => _folder.Write($"half{half}.jsonl", string.Concat(Enumerable.Range(0, Reports).Where(i => i % 2 == half).Select(Line))))];
        Run[] runs = await Task.WhenAll(corpora.Select(c => Task.Run(() => StemmaProcess.Stemma("add", c, "--json", "--library", _folder["both.db"]))));
        Assert.All(runs, r => Assert.Equal((0, ""), (r.ExitCode, r.Errors)));
        Assert.Equal(0, StemmaProcess.Stemma("db", "check", "--library", _folder["both.db"]).ExitCode);
        AssertThere(_folder["both.db"], [.. runs.SelectMany(r => r.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(Id)]);
    }

    [Fact]
    public void A_full_disk_is_told_and_what_was_acknowledged_stays()
    {
        if (OperatingSystem.IsWindows())
            return; // no limit on the size of files
        string corpus = _folder.Write("corpus.jsonl", string.Concat(Enumerable.Range(0, Reports).Select(Line)));
        // A limit on the size of files, in blocks of 1 KB, fails a write as a full disk does. W^X needs larger files in memory.
        Run run = StemmaProcess.Start("bash", ["-c", "trap '' XFSZ; ulimit -f 600; exec dotnet \"$@\"", "bash", Path.Combine(AppContext.BaseDirectory, "Stemma.Cli.dll"), "add", corpus, "--json", "--library", _folder["full.db"]],
            new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" }, _folder.Path);
        run.DidNotCrash();
        Assert.Equal(2, run.ExitCode);
        run.Says("full.db", "disk");
        Run check = StemmaProcess.Stemma("db", "check", "--library", _folder["full.db"]);
        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
        string[] acknowledged = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Id)];
        Assert.InRange(acknowledged.Length, 1, Reports - 1);
        AssertThere(_folder["full.db"], acknowledged);
        Assert.Equal(0, StemmaProcess.Stemma("add", corpus, "--library", _folder["full.db"]).ExitCode);
    }

    // True where it came to its end before it could be killed.
    private static bool AddAndKill(string corpus, string library, TimeSpan after, HashSet<string> acknowledged)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Stemma.Cli.dll"), "add", corpus, "--json", "--library", library])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(after);
        if (!ended)
            process.Kill();
        process.WaitForExit();
        Assert.Empty(errors.GetAwaiter().GetResult());
        // What stands behind the last line end was not told whole.
        string told = output.GetAwaiter().GetResult();
        foreach (string line in told[..(told.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            acknowledged.Add(Id(line));
        return ended;
    }

    private static void AssertThere(string library, IEnumerable<string> acknowledged)
    {
        Run found = StemmaProcess.Stemma("search", "berth", "--json", "--limit", "10000", "--library", library);
        HashSet<string> there = [.. found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Id)];
        Assert.DoesNotContain(acknowledged, id => !there.Contains(id));
    }

    private static string Id(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("report").GetString()!;
    }

    private static string Line(int i) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["id"] = $"d{i}",
        ["text"] = $"Notice {i} of the harbour office of Orm tells that berth {i} is closed from Monday. “The dredger needs {i} days,” said Hedda Brask, who runs the office, and nobody may moor there before it has left.",
    }) + "\n";
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Stemma.EndToEnd.Tests.CommandLine;

/// <summary>
/// The README shows what the program really prints, whole or its first lines. With STEMMA_ACCEPT=1 in the environment the test writes the README anew:
/// look at the difference before you commit it.
/// </summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_output_in_the_readme_is_what_the_program_prints()
    {
        string file = Path.Combine(StemmaProcess.Root, "README.md");
        string shown = File.ReadAllText(file);
        int commands = 0;
        string real = Output().Replace(shown, match =>
        {
            commands++;
            string[] arguments = Argument().Matches(match.Groups["arguments"].Value).Select(a => a.Value.Trim('"')).ToArray();
            Run run = StemmaProcess.Stemma([.. arguments.Select(a => a.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(StemmaProcess.Root, a) : a)]);
            Assert.True(run.ExitCode == 0, run.Errors);
            string output = run.Output.Replace(StemmaProcess.Root + "/", "", StringComparison.Ordinal).TrimEnd();
            if (match.Groups["lines"] is { Success: true, Value: var lines })
                output = string.Join('\n', output.Split('\n').Take(int.Parse(lines, CultureInfo.InvariantCulture))) + "\n…";
            return $"{match.Groups["marker"].Value}\n```\n{output}\n```\n<!-- end of output -->";
        });
        Assert.True(commands > 0, "the README has no place for output");
        if (Environment.GetEnvironmentVariable("STEMMA_ACCEPT") == "1")
            File.WriteAllText(file, real);
        else
            Assert.Equal(real, shown);
    }

    [GeneratedRegex("\"[^\"]*\"|[^ ]+", RegexOptions.NonBacktracking)]
    private static partial Regex Argument();

    [GeneratedRegex("(?<marker><!-- output of: ./stemma (?<arguments>[^\n,]*)(?:, first (?<lines>[0-9]+) lines)? -->)\n(?s:.*?)<!-- end of output -->", RegexOptions.NonBacktracking)]
    private static partial Regex Output();
}

using System.Globalization;
using Spectre.Console;
using Stemma.Cli.Terminal;
using Stemma.Stories;

namespace Stemma.Tests.Presentation;

public class StorySummaryTests
{
    private static string Printed(Dossier dossier, int width)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        StorySummary.Write(dossier, writer, width);
        return writer.ToString().ReplaceLineEndings("\n");
    }

    [Theory]
    [InlineData("ferry", 80)]
    [InlineData("ferry", 120)]
    [InlineData("ferry", 40)]
    [InlineData("sixty", 80)]
    [InlineData("one", 80)]
    [InlineData("empty", 80)]
    public void The_summary_is_the_approved_one(string story, int width) =>
        Approval.Approve(string.Create(CultureInfo.InvariantCulture, $"summary-{story}-{width}"), Printed(DossierHtmlTests.Dossier(story), width));

    [Theory]
    [InlineData("ferry", 40)]
    [InlineData("ferry", 63)]
    [InlineData("sixty", 80)]
    [InlineData("hostile", 72)]
    public void No_line_is_wider_than_the_terminal_and_none_ends_in_a_space(string story, int width)
    {
        foreach (string line in Printed(DossierHtmlTests.Dossier(story), width).Split('\n'))
        {
            Assert.InRange(new Spectre.Console.Rendering.Segment(line).CellCount(), 0, width);
            Assert.Equal(line.TrimEnd(), line);
        }
    }

    [Fact]
    public void No_text_of_a_report_can_steer_the_terminal() =>
        Assert.DoesNotContain(Printed(MoreDossiers.Hostile(), 80), c => (char.IsControl(c) && c != '\n') || c == '\u202E');

    [Fact]
    public void Colours_are_for_terminals_only_and_change_no_word()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 80;
        StorySummary.Write(SampleDossiers.Ferry(), console);
        string coloured = writer.ToString();
        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);
        string plain = Printed(SampleDossiers.Ferry(), 80);
        Assert.DoesNotContain("\u001b", plain, StringComparison.Ordinal);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking).ReplaceLineEndings("\n"));
    }
}

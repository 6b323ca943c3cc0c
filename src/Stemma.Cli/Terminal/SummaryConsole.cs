using System.Text;
using Spectre.Console;

namespace Stemma.Cli.Terminal;

/// <summary>The console that a summary is printed on: colours and the window's width on a terminal, neither in a pipe.</summary>
public static class SummaryConsole
{
    // Columns of a pipe, where there is no width to fit: as wide as a summary is good to read.
    private const int PipeWidth = 100;

    /// <summary>Standard output as it is now: plain in a pipe, without colours where NO_COLOR is set (no-color.org).</summary>
    public static IAnsiConsole ForStandardOutput()
    {
        if (Console.IsOutputRedirected)
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            return Plain(Console.Out, PipeWidth);
        }
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings { ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect });
    }

    /// <summary>A console without colours and control codes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns.</param>
    public static IAnsiConsole Plain(TextWriter writer, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }
}

using System.CommandLine;
using System.CommandLine.Help;

namespace Stemma.Cli;

/// <summary>The command line; one file per verb.</summary>
public static class Program
{
    /// <summary>The exit code for wrong use.</summary>
    private const int WrongUse = 2;

    /// <summary>Runs a verb and gives its exit code: 0 done, 1 done with unreadable inputs, 2 usage.</summary>
    public static async Task<int> Main(string[] args)
    {
        // No RootCommand: that one calls itself after the assembly, and nobody types "Stemma.Cli".
        var root = new Command("stemma", "Reads many reports of one news story and shows who copied whom, who said what, what changed and when.")
        {
            new HelpOption(),
            new VersionOption(),
        };
        root.Subcommands.Add(ReadCommand.Create());
        root.Subcommands.Add(QuoteCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(DedupeCommand.Create());
        root.Subcommands.Add(ExtractCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(AddCommand.Create());
        root.Subcommands.Add(StoriesCommand.Create());
        root.Subcommands.Add(ShowCommand.Create());
        root.Subcommands.Add(SearchCommand.Create());
        root.Subcommands.Add(PlaceCommand.Create());
        root.Subcommands.Add(DbCommand.Create());
        root.Subcommands.Add(Eval.EvalCommand.Create());
        ParseResult parsed = root.Parse(args.Length > 0 ? args : ["--help"]);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        foreach (string message in parsed.Errors.Select(e => e.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
            await Console.Error.WriteLineAsync($"stemma: {message}");
        string verb = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ";
        await Console.Error.WriteLineAsync($"stemma: stemma {verb}--help tells how it is used");
        return WrongUse;
    }
}

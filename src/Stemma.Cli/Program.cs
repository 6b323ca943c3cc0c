using System.CommandLine;

namespace Stemma.Cli;

/// <summary>The command line; one file per verb.</summary>
public static class Program
{
    /// <summary>Runs a verb and gives its exit code: 0 done, 1 done with unreadable inputs, 2 usage.</summary>
    public static Task<int> Main(string[] args)
    {
        var root = new RootCommand("Reads many reports of one news story and shows who copied whom, who said what, what changed and when.");
        root.Subcommands.Add(ReadCommand.Create());
        root.Subcommands.Add(Eval.EvalCommand.Create());
        return root.Parse(args).InvokeAsync();
    }
}

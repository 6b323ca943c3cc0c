namespace Stemma.Cli.Eval;

internal static class EvalStories
{
    public static void Run(string input, string output, EvalProgress progress) => throw new NotSupportedException();
}

namespace Stemma.Cli.Eval;

internal static class EvalQuotes
{
    public static void Run(string input, string output, EvalProgress progress) => throw new NotSupportedException();
}

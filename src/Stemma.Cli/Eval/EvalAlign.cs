namespace Stemma.Cli.Eval;

internal static class EvalAlign
{
    public static void Run(string input, string output, EvalProgress progress) => throw new NotSupportedException();
}

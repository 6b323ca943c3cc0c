namespace Stemma.Cli.Eval;

internal static class EvalTime
{
    public static void Run(string input, string output, EvalProgress progress) => throw new NotSupportedException();
}

namespace Stemma.Cli.Eval;

internal static class EvalReading
{
    public static void Run(string input, string output, EvalProgress progress) => throw new NotSupportedException();
}

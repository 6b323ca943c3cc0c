using System.Globalization;
using System.Text.Json;
using Stemma.Comparison.Similarity;
using Stemma.Library;

namespace Stemma.Cli.Eval;

/// <summary>How far texts tell what statements say: JSON lines {premise, hypothesis} in; lines number, tab, score, tab, 1 where it is told out.</summary>
internal static class EvalSupport
{
    public static void Run(string input, string output, EvalProgress progress)
    {
        using StreamWriter writer = File.CreateText(output);
        var comparer = new SupportComparer();
        int line = 0;
        foreach (JsonElement pair in JsonLines.Read(input))
        {
            line++;
            if (pair.Text("premise") is not { } premise || pair.Text("hypothesis") is not { } hypothesis)
                throw new FormatException($"{input}: object {line} has no premise or no hypothesis");
            double score = comparer.Score(premise, hypothesis);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{line}\t{score:0.000000}\t{(score >= SupportComparer.Told ? 1 : 0)}\n"));
            progress.Step();
        }
    }
}

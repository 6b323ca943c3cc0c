using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Stemma.Annotation.Chains;

namespace Stemma.Training;

/// <summary>Makes the weights of English pronouns from GAP, and tells how good they are.</summary>
internal static class PronounTraining
{
    /// <summary>Runs the command.</summary>
    /// <param name="folder">The folder of GAP's three tables.</param>
    /// <param name="options">Names and values.</param>
    public static void Run(string folder, IReadOnlyDictionary<string, string> options)
    {
        double Number(string name, double usual) => options.TryGetValue(name, out string? text) ? double.Parse(text, CultureInfo.InvariantCulture) : usual;
        var trainer = new PronounTrainer
        {
            Epochs = (int)Number("--epochs", 20),
            Rounds = (int)Number("--rounds", 2),
            Rate = Number("--rate", 0.005),
            Drop = Number("--drop", 0.2),
            Margin = Number("--margin", 1),
        };
        GapSnippet[] found = Read(folder, given: false, "development", "validation"), given = Read(folder, given: true, "development", "validation");
        if (Number("--folds", 0) is var folds and > 1)
        {
            Check(trainer, found, given, (int)folds);
            return;
        }
        float[] weights = trainer.Learn([.. given, .. found]);
        byte[] plain = Write("#", weights);
        string score = $"names found by the engine {new PronounScore(plain, Read(folder, given: false, "test"))}; the two names given {new PronounScore(plain, Read(folder, given: true, "test"))}";
        string head = string.Create(CultureInfo.InvariantCulture, $"""
            # The weights of English pronouns (tools/Stemma.Training; docs/decisions/pronouns.md).
            # source: GAP, development and validation parts (Webster et al. 2018, github.com/google-research-datasets/gap-coreference)
            # licence: Apache-2.0, as GAP's
            # command: dotnet run --project tools/Stemma.Training -c Release -- pronouns GAP -o src/Stemma/Languages/En --epochs {trainer.Epochs} --rounds {trainer.Rounds} --rate {trainer.Rate} --drop {trainer.Drop} --margin {trainer.Margin}
            # GAP test: {score}
            """);
        byte[] model = Write(head, weights);
        File.WriteAllBytes(Path.Combine(options.GetValueOrDefault("-o", "."), "pronouns.bin"), model);
        Console.WriteLine($"pronouns.bin: {model.Length} bytes; GAP test: {score}");
    }

    // Every part of the training text is scored by what was learned from the others.
    private static void Check(PronounTrainer trainer, GapSnippet[] found, GapSnippet[] given, int folds)
    {
        PronounScore foundScore = new([], []), givenScore = new([], []);
        for (int f = 0; f < folds; f++)
        {
            int fold = f;
            byte[] model = Write("#", trainer.Learn([.. given.Where((_, i) => i % folds != fold), .. found.Where((_, i) => i % folds != fold)]));
            foundScore += new PronounScore(model, found.Where((_, i) => i % folds == fold));
            givenScore += new PronounScore(model, given.Where((_, i) => i % folds == fold));
        }
        Console.WriteLine($"held-back parts of development and validation: names found by the engine {foundScore}; the two names given {givenScore}");
    }

    private static GapSnippet[] Read(string folder, bool given, params ReadOnlySpan<string> parts)
    {
        var snippets = new List<GapSnippet>();
        foreach (string part in parts)
            snippets.AddRange(GapSnippet.Read(Path.Combine(folder, $"gap-{part}.tsv"), given));
        return [.. snippets];
    }

    private static byte[] Write(string head, float[] weights)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.GetBytes(head.TrimEnd('\n')));
        stream.Write("\n\n"u8);
        Span<byte> magic = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(magic, PronounModel.Magic);
        stream.Write(magic);
        float step = Math.Max(weights.Max(MathF.Abs) / sbyte.MaxValue, float.Epsilon);
        foreach (float weight in weights)
            stream.WriteByte((byte)(sbyte)Math.Clamp(MathF.Round(weight / step), -sbyte.MaxValue, sbyte.MaxValue));
        return stream.ToArray();
    }
}

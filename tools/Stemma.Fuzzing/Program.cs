using System.Globalization;

namespace Stemma.Fuzzing;

/// <summary>Searches for inputs that a reader of untrusted bytes does not stand; see README.md.</summary>
internal static class Program
{
    private const string Usage = """
        usage: Stemma.Fuzzing READER SAMPLES [MINUTES] [SEED] [FOUND]   feeds the reader broken samples (files or a folder of files) and writes what it does not stand into FOUND
               Stemma.Fuzzing READER --input FILE                       reads one input again
        """;

    private static int Main(string[] args)
    {
        FuzzTarget? target = args.Length > 1 ? FuzzTargets.All.FirstOrDefault(t => t.Name == args[0]) : null;
        switch (args)
        {
            case [_, "--input", var file] when target is not null:
                (string? fault, double seconds) = FuzzRun.Try(target, File.ReadAllBytes(file));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault ?? "stands it"}, {seconds * 1000:F0} ms"));
                return fault is null ? 0 : 1;
            case [_, var samples, .. var rest] when target is not null && Path.Exists(samples):
                string[] files = Directory.Exists(samples) ? [.. Directory.EnumerateFiles(samples).Order(StringComparer.Ordinal)] : [samples];
                byte[][] inputs = [.. files.Select(File.ReadAllBytes)];
                double minutes = rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : 10;
                ulong seed = rest.Length > 1 ? ulong.Parse(rest[1], CultureInfo.InvariantCulture) : 1;
                return inputs.Length > 0 && FuzzRun.For(target, inputs, minutes, seed, rest.Length > 2 ? rest[2] : "found") == 0 ? 0 : 1;
            default:
                Console.Error.WriteLine(Usage + "readers: " + string.Join(' ', FuzzTargets.All.Select(t => t.Name)));
                return 2;
        }
    }
}

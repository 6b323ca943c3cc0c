using System.Globalization;

namespace Stemma.Training.Names;

/// <summary>The command "names": makes the weights and lists of the name tagger.</summary>
internal static class NamesCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="args">The folder of the sets, then names and values.</param>
    public static void Run(string[] args)
    {
        if (args is [_, "--speed"])
        {
            NameSpeed.Measure(Treebanks.Open(args[0]).EwtTest);
            return;
        }
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 1; i + 1 < args.Length; i += 2)
            given[args[i]] = args[i + 1];
        int Number(string name, int usual) => given.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
        float Real(string name, float usual) => given.TryGetValue(name, out string? text) ? float.Parse(text, CultureInfo.InvariantCulture) : usual;
        string development = given.GetValueOrDefault("--development", "train");
        var training = new NameTraining
        {
            Folder = args[0],
            WordNet = given.GetValueOrDefault("--wordnet", "/usr/share/wordnet"),
            Scowl = given.GetValueOrDefault("--scowl", "/usr/share/dict/scowl"),
            Surnames = given.GetValueOrDefault("--surnames"),
            Cities = given.GetValueOrDefault("--cities"),
            WithDevelopment = development == "train",
            Baseline = given.GetValueOrDefault("--model", "field") == "perceptron",
            Features = Number("--features", 60_000),
            Epochs = Number("--epochs", 10),
            Seed = (ulong)Number("--seed", 1),
            Lasso = Real("--lasso", 0.3f),
            Ridge = Real("--ridge", 10),
            Rate = Real("--rate", 0.1f),
            GumShare = Real("--gum", 0.5f),
        };
        if (development == "folds")
            training.RunFolds();
        else
            training.Run(given.GetValueOrDefault("-o", "."));
    }
}

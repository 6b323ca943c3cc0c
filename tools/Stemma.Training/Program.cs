using System.Globalization;
using Stemma.Training;
using Stemma.Training.Names;

// usage: dotnet run --project tools/Stemma.Training -c Release -- TREEBANKS -o FOLDER [--name value …]; see README.md.
if (args.Length == 0 || args[0].StartsWith('-'))
{
    Console.Error.WriteLine("usage: Stemma.Training TREEBANKS -o FOLDER [--wordnet FOLDER] [--scowl FOLDER] [--features N] [--epochs N] [--runs N] [--seed N] [--development train|measure]\n       Stemma.Training TREEBANKS --speed | --text\n       Stemma.Training pronouns GAP -o FOLDER [--epochs N] [--rounds N] [--rate X] [--drop X] [--margin X] | --folds N\n       Stemma.Training names TREEBANKS -o FOLDER --surnames FILE --cities FILE [--name value …]");
    return 2;
}
if (args is ["names", _, ..])
{
    NamesCommand.Run(args[1..]);
    return 0;
}
if (args is [_, "--text"])
{
    Treebanks banks = Treebanks.Open(args[0]);
    foreach ((string name, List<GoldSentence> part) in new[] { ("EWT test", banks.EwtTest), ("GUM test", banks.GumTest) })
    {
        (double found, double right) = Scores.RunningText(part);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, running text: {found:0.00} % of the words found as words, {right:0.00} % with the right tag"));
    }
    return 0;
}
if (args is [_, "--speed"])
{
    TaggerSpeed.Measure(Treebanks.Open(args[0]).EwtTest);
    return 0;
}
bool pronouns = args is ["pronouns", _, ..];
var given = new Dictionary<string, string>(StringComparer.Ordinal);
for (int i = pronouns ? 2 : 1; i + 1 < args.Length; i += 2)
    given[args[i]] = args[i + 1];
if (pronouns)
{
    PronounTraining.Run(args[1], given);
    return 0;
}
int Number(string name, int usual) => given.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

var training = new TaggerTraining
{
    Treebanks = Treebanks.Open(args[0]),
    WordNet = given.GetValueOrDefault("--wordnet", "/usr/share/wordnet"),
    Scowl = given.GetValueOrDefault("--scowl", "/usr/share/dict/scowl"),
    WithDevelopment = given.GetValueOrDefault("--development", "train") == "train",
    Features = Number("--features", 80_000),
    Epochs = Number("--epochs", 8),
    Runs = Number("--runs", 6),
    Seed = (ulong)Number("--seed", 1),
};
training.Run(given.GetValueOrDefault("-o", "."));
return 0;

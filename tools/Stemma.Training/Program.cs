using System.Globalization;
using Stemma.Training;
using Stemma.Training.Clusters;
using Stemma.Training.Names;

// usage: dotnet run --project tools/Stemma.Training -c Release -- [clusters | parser | names | pronouns] DATA -o FOLDER [--name value …]; see README.md.
if (args.Length == 0 || args[0].StartsWith('-'))
{
    Console.Error.WriteLine("""
        usage: Stemma.Training TREEBANKS -o FOLDER [--wordnet FOLDER] [--scowl FOLDER] [--features N] [--epochs N] [--runs N] [--seed N] [--development train|measure]
               Stemma.Training TREEBANKS --speed | --text
               Stemma.Training parser TREEBANKS -o FOLDER [--wordnet FOLDER] [--scowl FOLDER] [--move-features N] [--relation-features N] [--epochs N] [--runs N] [--seed N] [--development train|measure]
               Stemma.Training names TREEBANKS -o FOLDER --surnames FILE --cities FILE [--name value …]
               Stemma.Training clusters VECTORS -o FOLDER [--clusters N] [--middle N] [--coarse N] [--centred N] [--kept N] [--rounds N] [--seed N]
               Stemma.Training pronouns GAP -o FOLDER [--epochs N] [--rounds N] [--rate X] [--drop X] [--margin X] | --folds N
        """);
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
string verb = args is ["clusters" or "parser" or "pronouns", _, ..] ? args[0] : "";
string data = args[verb.Length > 0 ? 1 : 0];
var given = new Dictionary<string, string>(StringComparer.Ordinal);
for (int i = verb.Length > 0 ? 2 : 1; i + 1 < args.Length; i += 2)
    given[args[i]] = args[i + 1];
int Number(string name, int usual) => given.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
string wordNet = given.GetValueOrDefault("--wordnet", "/usr/share/wordnet"), scowl = given.GetValueOrDefault("--scowl", "/usr/share/dict/scowl");
bool withDevelopment = given.GetValueOrDefault("--development", "train") == "train";

switch (verb)
{
    case "pronouns":
        PronounTraining.Run(data, given);
        break;
    case "clusters":
        new ClusterTraining
        {
            Vectors = data,
            Counts = (Number("--clusters", 1024), Number("--middle", 128), Number("--coarse", 32)),
            Centred = Number("--centred", 60_000),
            Kept = Number("--kept", 250_000),
            Rounds = Number("--rounds", 20),
            Seed = (ulong)Number("--seed", 1),
        }.Run(given.GetValueOrDefault("-o", "."));
        break;
    case "parser":
        new ParserTraining
        {
            Treebanks = Treebanks.Open(data),
            WordNet = wordNet,
            Scowl = scowl,
            WithDevelopment = withDevelopment,
            MoveFeatures = Number("--move-features", 160_000),
            RelationFeatures = Number("--relation-features", 30_000),
            Epochs = Number("--epochs", 7),
            Runs = Number("--runs", 8),
            Seed = (ulong)Number("--seed", 1),
        }.Run(given.GetValueOrDefault("-o", "."));
        break;
    default:
        new TaggerTraining
        {
            Treebanks = Treebanks.Open(data),
            WordNet = wordNet,
            Scowl = scowl,
            WithDevelopment = withDevelopment,
            Features = Number("--features", 80_000),
            Epochs = Number("--epochs", 8),
            Runs = Number("--runs", 6),
            Seed = (ulong)Number("--seed", 1),
        }.Run(given.GetValueOrDefault("-o", "."));
        break;
}
return 0;

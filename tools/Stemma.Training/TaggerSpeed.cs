using System.Diagnostics;
using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Tagging;
using Stemma.Reports;

namespace Stemma.Training;

/// <summary>How fast the tagger that ships is, on one thread, over the text of a treebank.</summary>
internal static class TaggerSpeed
{
    private const int Rounds = 60;

    /// <summary>Prints the time to the first tag, then characters and words a second of processor time: the median of rounds after the first ones.</summary>
    public static void Measure(IReadOnlyList<GoldSentence> sentences)
    {
        long start = Stopwatch.GetTimestamp();
        _ = WordTagger.Tag(["Boats", "sailed", "."]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first tags after {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms"));

        string text = string.Join('\n', sentences.Select(s => string.Join(' ', s.Words.Select(w => w.Form))));
        var spans = new List<TextSpan>();
        var ends = new List<int>();
        int at = 0;
        foreach (GoldSentence sentence in sentences)
        {
            foreach (GoldWord word in sentence.Words)
            {
                spans.Add(new TextSpan(at, at + word.Form.Length));
                at += word.Form.Length + 1;
            }
            ends.Add(spans.Count);
        }
        TextSpan[] words = [.. spans];
        int[] sentenceEnds = [.. ends];
        var tags = new UniversalTag[words.Length];
        Tell("tagger alone", text.Length, words.Length, () => PartOfSpeechTagger.English.Tag(text, words, sentenceEnds, tags));
        AnnotatedReport report = Annotator.Outline(new Report { Id = "a", Text = text, Language = "en" });
        Tell("with the parting of tokens", text.Length, words.Length, () => WordTagger.Tag(report));
    }

    private static void Tell(string what, int characters, int words, Action run)
    {
        double[] seconds = new double[Rounds];
        for (int r = 0; r < Rounds; r++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            run();
            seconds[r] = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        }
        double median = seconds.Skip(Rounds / 3).Order().ElementAt(Rounds / 3);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {characters / median / 1e6:0.0} M characters/s, {words / median / 1e6:0.00} M words/s"));
    }
}

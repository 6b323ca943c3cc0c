using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Names;
using Stemma.Annotation.NameTagging;
using Stemma.Annotation.Tagging;

namespace Stemma.Training.Names;

/// <summary>How fast the name tagger that ships is, on one thread, over the text of a treebank.</summary>
internal static class NameSpeed
{
    private const int Rounds = 45;

    /// <summary>Prints characters a second of processor time, the median of rounds after the first ones: of the tagger alone, of the parts of speech, of all that finds names.</summary>
    public static void Measure(IReadOnlyList<GoldSentence> sentences)
    {
        string text = string.Join('\n', sentences.Select(s => s.Text));
        TokenView view = NameLessons.View(text);
        UniversalTag[] tags = TokenTags.Of(view);
        var tagger = new NameTagger(NameModel.English);
        Tell("name tagger alone", text.Length, () => tagger.Find(view, tags));
        Tell("parts of speech", text.Length, () => TokenTags.Of(view));
        Tell("names, with parts of speech", text.Length, () => NameFinder.Find(view));
    }

    private static void Tell(string what, int characters, Action run)
    {
        var seconds = new double[Rounds];
        for (int r = 0; r < Rounds; r++)
        {
            TimeSpan start = Environment.CpuUsage.UserTime;
            run();
            seconds[r] = (Environment.CpuUsage.UserTime - start).TotalSeconds;
        }
        double median = seconds.Skip(Rounds / 3).Order().ElementAt(Rounds / 3);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {characters / median / 1e6:0.0} M characters/s"));
    }
}

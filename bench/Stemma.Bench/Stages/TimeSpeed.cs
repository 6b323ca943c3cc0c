using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Annotation;
using Stemma.Annotation.Tagging;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Bench.Stages;

/// <summary>How many megabytes of text a second are searched for time expressions on one thread, warm, and what is allocated; what comes before apart.</summary>
internal static class TimeSpeed
{
    /// <summary>In seconds of processor time: long enough for the runtime to have compiled the hot paths for good, and for the quartile to be steady.</summary>
    private const double Warming = 2, Counted = 4;

    /// <summary>In rounds at least, however long one takes.</summary>
    private const int LeastRounds = 8;

    /// <summary>Any day serves: the documents' own dates are not asked for.</summary>
    private static readonly PublicationDate s_published = new(new DateOnly(2020, 5, 14), new DateOnly(2020, 5, 14), DateSource.Stated, []);

    /// <summary>Goes through the documents of a file of JSON lines {text} and prints, for each stage, the better quartile of the rounds.</summary>
    public static void Run(string file)
    {
        string[] texts = [.. File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
        Report[] reports = [.. texts.Select(t => new Report { Id = "a", Text = t, Language = "en" })];
        AnnotatedReport[] outlines = Array.ConvertAll(reports, Annotator.Outline);
        AnnotatedReport[] tagged = Array.ConvertAll(outlines, Tagged);
        double megabytes = texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t)) / 1e6;
        long characters = texts.Sum(t => (long)t.Length);

        var times = Measured.Over(outlines, o => TimeResolver.Resolve(Tagged(o), s_published));
        Print("time expressions, found and resolved", times);
        Print("  of it found", Measured.Over(outlines, o => Tagged(o)));
        Print("  of it resolved", Measured.Over(tagged, t => TimeResolver.Resolve(t, s_published)));
        var words = Measured.Over(reports, r => Annotator.Outline(r));
        Print("tokens and sentences", words);
        var tags = Measured.Over(outlines, o => WordTagger.Tag(o));
        Print("parts of speech, which no time asks for", tags);
        Print("all together", new Measured(times.Seconds + words.Seconds + tags.Seconds, times.Bytes + words.Bytes + tags.Bytes));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length} texts, {megabytes:0.00} MB of UTF-8, {tagged.Sum(t => t.Times.Count)} time expressions"));

        void Print(string what, Measured cost) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{megabytes / cost.Seconds,8:0.00} MB/s {(double)cost.Bytes / characters,7:0.0} bytes allocated a character: {what}"));
    }

    private static AnnotatedReport Tagged(AnnotatedReport outline) =>
        outline with { Times = TimeTagger.Tag(outline.Text, outline.Tokens, outline.Sentences) };

    /// <summary>What a round over all documents costs.</summary>
    /// <param name="Seconds">Processor time, collector and all.</param>
    /// <param name="Bytes">Allocated.</param>
    private readonly record struct Measured(double Seconds, long Bytes)
    {
        public static Measured Over<T>(T[] documents, Action<T> stage)
        {
            double warmed = 0;
            while (warmed < Warming)
                warmed += Round(documents, stage).Seconds;
            var rounds = new List<Measured>();
            while (rounds.Count < LeastRounds || rounds.Sum(r => r.Seconds) < Counted)
                rounds.Add(Round(documents, stage));
            rounds.Sort((a, b) => a.Seconds.CompareTo(b.Seconds));
            return rounds[rounds.Count / 4];
        }

        private static Measured Round<T>(T[] documents, Action<T> stage)
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            foreach (T document in documents)
                stage(document);
            return new Measured((Environment.CpuUsage.TotalTime - before).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }
    }
}

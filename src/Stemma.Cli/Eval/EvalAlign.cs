using System.Diagnostics;
using System.Globalization;
using System.Xml;
using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>Finds reused passages in pairs of documents, in the format of the PAN text alignment task: offsets in code points.</summary>
internal static class EvalAlign
{
    /// <summary>In UTF-16 code units, about three sentences: the task's cases are blocks of a thousand and more.</summary>
    private const int Gap = 450;

    /// <summary>In UTF-16 code units: no case of the task is shorter.</summary>
    private const int ShortestBlock = 200;

    /// <summary>How often all pairs are done anew to be timed: in the first rounds the program is still being compiled.</summary>
    private const int TimedRounds = 12;

    /// <summary>Writes a file for each pair.</summary>
    public static void Run(string input, string output, EvalProgress progress)
    {
        Directory.CreateDirectory(output);
        var comparer = new PassageComparer();
        foreach ((string document, string source) in Pairs(input))
        {
            (AnnotatedReport here, AnnotatedReport there) = (Outline(input, "susp", document), Outline(input, "src", source));
            string name = Path.GetFileNameWithoutExtension(document) + "-" + Path.GetFileNameWithoutExtension(source) + ".xml";
            Write(Path.Combine(output, name), document, source, here.Text, there.Text, Blocks(comparer, here, there));
            progress.Step();
        }
    }

    /// <summary>Times all pairs on one thread, round by round, and prints a line for each; the first round is that of a fresh start.</summary>
    public static void Time(string input, TextWriter output)
    {
        (string Document, string Source)[] pairs = [.. Pairs(input)];
        long read = 0, outlined = 0, aligned = 0;
        for (int round = 1; round <= TimedRounds; round++)
        {
            (read, outlined, aligned) = (0, 0, 0);
            var comparer = new PassageComparer();
            int blocks = 0;
            TimeSpan busy = Environment.CpuUsage.TotalTime;
            foreach ((string document, string source) in pairs)
            {
                long start = Stopwatch.GetTimestamp();
                (Report here, Report there) = (Read(input, "susp", document), Read(input, "src", source));
                long afterRead = Stopwatch.GetTimestamp();
                (AnnotatedReport a, AnnotatedReport b) = (Annotator.Outline(here), Annotator.Outline(there));
                long afterOutline = Stopwatch.GetTimestamp();
                blocks += Blocks(comparer, a, b).Count;
                long end = Stopwatch.GetTimestamp();
                read += afterRead - start;
                outlined += afterOutline - afterRead;
                aligned += end - afterOutline;
            }
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: {pairs.Length} pairs, {blocks} blocks; pairs/s on one thread: {Rate(aligned):0} aligning, {Rate(outlined + aligned):0} with sentences and tokens, {Rate(read + outlined + aligned):0} with reading the files; {pairs.Length / (Environment.CpuUsage.TotalTime - busy).TotalSeconds:0} a second of processor time in all"));
        }

        double Rate(long ticks) => pairs.Length * (double)Stopwatch.Frequency / ticks;
    }

    private static IEnumerable<(string Document, string Source)> Pairs(string input) =>
        File.ReadLines(Path.Combine(input, "pairs")).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(n => n.Length == 2).Select(n => (n[0], n[1]));

    private static IReadOnlyList<(TextSpan This, TextSpan Source)> Blocks(PassageComparer comparer, AnnotatedReport here, AnnotatedReport there)
    {
        IReadOnlyList<Passage> passages = comparer.Compare(here, there);
        IReadOnlyList<(TextSpan A, TextSpan B)> blocks = PassageBlocks.Of(passages.Where(p => p.Use == PassageUse.Copied), Gap, ShortestBlock);
        // The first of a passage's reports is the one whose id is first in ordinal order, which may be the source.
        return passages.Count > 0 && passages[0].A == 1 ? [.. blocks.Select(b => (b.B, b.A))] : blocks;
    }

    private static AnnotatedReport Outline(string input, string folder, string name) => Annotator.Outline(Read(input, folder, name));

    private static Report Read(string input, string folder, string name) =>
        new() { Id = name, Text = File.ReadAllText(Path.Combine(input, folder, name)).ReplaceLineEndings("\n"), Language = "en" };

    private static void Write(string path, string document, string source, string text, string sourceText, IEnumerable<(TextSpan This, TextSpan Source)> blocks)
    {
        var toCodePoint = new CodePoints(text);
        var sourceToCodePoint = new CodePoints(sourceText);
        using var xml = XmlWriter.Create(path, new XmlWriterSettings { Indent = true });
        xml.WriteStartElement("document");
        xml.WriteAttributeString("reference", document);
        foreach ((TextSpan here, TextSpan there) in blocks)
        {
            xml.WriteStartElement("feature");
            xml.WriteAttributeString("name", "detected-plagiarism");
            Offsets("this", toCodePoint, here);
            xml.WriteAttributeString("source_reference", source);
            Offsets("source", sourceToCodePoint, there);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();

        void Offsets(string prefix, CodePoints map, TextSpan span)
        {
            xml.WriteAttributeString(prefix + "_offset", map.At(span.Start).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString(prefix + "_length", (map.At(span.End) - map.At(span.Start)).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Tells how many code points stand before a UTF-16 offset.</summary>
    private sealed class CodePoints
    {
        private readonly int[] _before;

        public CodePoints(string text)
        {
            _before = new int[text.Length + 1];
            for (int i = 0; i < text.Length; i++)
            {
                bool secondHalf = char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]);
                _before[i + 1] = _before[i] + (secondHalf ? 0 : 1);
            }
        }

        public int At(int offset) => _before[offset];
    }
}

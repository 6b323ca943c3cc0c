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

    public static void Run(string input, string output, EvalProgress progress)
    {
        Directory.CreateDirectory(output);
        foreach (string line in File.ReadLines(Path.Combine(input, "pairs")))
        {
            string[] names = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (names.Length != 2)
                continue;
            AnnotatedReport[] reports = [Read(Path.Combine(input, "susp", names[0])), Read(Path.Combine(input, "src", names[1]))];
            IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
            int suspicious = passages.Count > 0 ? passages[0].A : 0;
            // The first of a passage's reports is the one whose id is first in ordinal order: here always the source.
            IEnumerable<(TextSpan This, TextSpan Source)> blocks = PassageBlocks.Of(passages.Where(p => p.Use == PassageUse.Copied), Gap, ShortestBlock)
                .Select(b => suspicious == 0 ? b : (b.B, b.A));
            string name = Path.GetFileNameWithoutExtension(names[0]) + "-" + Path.GetFileNameWithoutExtension(names[1]) + ".xml";
            Write(Path.Combine(output, name), names[0], names[1], reports[0].Text, reports[1].Text, blocks);
            progress.Step();
        }
    }

    private static AnnotatedReport Read(string path) =>
        Annotator.Annotate(new Report { Id = Path.GetFileName(path), Text = File.ReadAllText(path).ReplaceLineEndings("\n"), Language = "en" });

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

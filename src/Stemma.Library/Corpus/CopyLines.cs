using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Comparison.Fingerprints;

namespace Stemma.Library.Corpus;

/// <summary>Writes the copies of a corpus as JSON lines: one of the whole, then each cluster followed by its pairs, then pairs of no cluster.</summary>
public static class CopyLines
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Bytes that are gathered before they are written.
    private const int WriteAtOnce = 1 << 16;

    /// <summary>Writes to a file that is there only once it is whole: until then it is called PATH.part.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void WriteFile(CorpusCopies copies, string path)
    {
        string part = path + ".part";
        using (FileStream file = new(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1))
            Write(copies, file);
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Writes to a stream.</summary>
    public static void Write(CorpusCopies copies, Stream stream)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(WriteAtOnce * 2);
        using var writer = new Utf8JsonWriter(buffer, s_writing);
        var passages = new List<CopyPassage>();
        writer.WriteStartObject();
        writer.WriteNumber("total", copies.Documents);
        writer.WriteNumber("clusters", copies.Clusters.Count);
        writer.WriteNumber("pairs", copies.Pairs.Count);
        writer.WriteNumber("tooShort", copies.TooShort);
        writer.WriteNumber("sampledOneIn", copies.SampledOneIn);
        EndLine();
        int next = 0;
        for (int cluster = 0; cluster < copies.Clusters.Count; cluster++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("cluster", cluster + 1);
            writer.WriteStartArray("documents");
            foreach (int document in copies.Clusters[cluster].Documents)
                writer.WriteStringValue(copies.IdOf(document));
            writer.WriteEndArray();
            EndLine();
            for (; next < copies.Pairs.Count && copies.ClusterOf[copies.Pairs[next].A] == cluster && copies.ClusterOf[copies.Pairs[next].B] == cluster; next++)
            {
                WritePair(writer, copies, copies.Pairs[next], cluster + 1, passages);
                EndLine();
            }
        }
        for (; next < copies.Pairs.Count; next++)
        {
            WritePair(writer, copies, copies.Pairs[next], null, passages);
            EndLine();
        }
        stream.Write(buffer.WrittenSpan);
        stream.Flush();

        void EndLine()
        {
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            buffer.GetSpan(1)[0] = (byte)'\n';
            buffer.Advance(1);
            if (buffer.WrittenCount < WriteAtOnce)
                return;
            stream.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }

    /// <summary>What the output calls a kind of copy.</summary>
    public static string NameOf(CopyKind kind) => kind switch
    {
        CopyKind.Identical => "identical",
        CopyKind.Verbatim => "verbatim",
        CopyKind.Edited => "edited",
        CopyKind.HeavilyEdited => "heavily edited",
        CopyKind.Contained => "contained",
        CopyKind.Quotation => "quotation",
        _ => "part",
    };

    private static void WritePair(Utf8JsonWriter writer, CorpusCopies copies, CopyPair pair, int? cluster, List<CopyPassage> passages)
    {
        writer.WriteStartObject();
        writer.WriteString("a", copies.IdOf(pair.A));
        writer.WriteString("b", copies.IdOf(pair.B));
        if (cluster is { } number)
            writer.WriteNumber("cluster", number);
        writer.WriteString("kind", NameOf(pair.Kind));
        WriteShare(writer, "shareOfA", pair.SharedA, copies.WordsOf(pair.A));
        WriteShare(writer, "shareOfB", pair.SharedB, copies.WordsOf(pair.B));
        writer.WriteStartArray("passages");
        copies.PassagesOf(pair, passages);
        foreach (CopyPassage passage in passages)
        {
            writer.WriteStartObject();
            WriteSpan(writer, "a", passage.A);
            WriteSpan(writer, "b", passage.B);
            writer.WriteNumber("sameWords", passage.Words);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("reasons");
        foreach (string reason in copies.ReasonsOf(pair))
            writer.WriteStringValue(reason);
        writer.WriteEndArray();
    }

    // In thousandths, rounded down: nothing is called whole that is not.
    private static void WriteShare(Utf8JsonWriter writer, string name, int part, int whole) => writer.WriteNumber(name, (decimal)((long)part * 1000 / whole) / 1000);

    private static void WriteSpan(Utf8JsonWriter writer, string name, Reports.TextSpan span)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteEndObject();
    }
}

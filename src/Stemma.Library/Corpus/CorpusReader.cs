using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Reading;
using Stemma.Reading.Archives;
using Stemma.Reports;

namespace Stemma.Library.Corpus;

/// <summary>A document of a corpus.</summary>
/// <param name="id">Its id, unique in the corpus.</param>
/// <param name="title">Its heading, null where it has none.</param>
/// <param name="text">Its text in UTF-8, valid during the call.</param>
public delegate void CorpusDocument(string id, string? title, ReadOnlySpan<byte> text);

/// <summary>Reads the documents of a corpus one after the other; nothing but the one at hand is in memory.</summary>
/// <remarks>What cannot be read is told with its file, line and cause, and the rest goes on.</remarks>
public sealed class CorpusReader
{
    /// <summary>The path that stands for JSON lines on standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>In bytes; no document is as long, and one line must not fill the memory.</summary>
    private const int LongestLine = 64 * 1024 * 1024;

    // In bytes: what a file is shows early.
    private const int Looked = 1 << 16;

    private static readonly UnpackLimits s_limits = UnpackLimits.Standard with { GivenAsTheyAre = SideFile.Names };

    private readonly CorpusFields _fields;
    private readonly CorpusDocument _found;
    private readonly Action<FileProblem> _problem;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private byte[] _plain = [];

    /// <summary>Makes a reader.</summary>
    /// <param name="fields">The members of JSON lines.</param>
    /// <param name="found">Is given each document.</param>
    /// <param name="problem">Is told what cannot be read, when it is met.</param>
    public CorpusReader(CorpusFields fields, CorpusDocument found, Action<FileProblem> problem) =>
        (_fields, _found, _problem) = (fields, found, problem);

    /// <summary>Reads files and folders, in ordinal order of the paths, and standard input where "-" is among them.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="standardInput">Read for "-" alone.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public void Read(IReadOnlyList<string> paths, Stream standardInput, CancellationToken cancellation)
    {
        var problems = new List<FileProblem>();
        foreach ((string path, string name) in CorpusFiles.Find(paths.Where(p => p != StandardInput), problems))
        {
            Tell(problems);
            cancellation.ThrowIfCancellationRequested();
            try
            {
                using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
                if (IsLines(file, path, out bool gzip))
                    ReadLines(file, name, gzip, cancellation);
                else
                    ReadReports(file, name, cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _problem(new FileProblem(name, $"the file cannot be read ({e.Message.TrimEnd('.')}); check it and try again", true));
            }
        }
        Tell(problems);
        if (paths.Contains(StandardInput, StringComparer.Ordinal))
            ReadLines(standardInput, "standard input", gzip: false, cancellation);
    }

    private void Tell(List<FileProblem> problems)
    {
        problems.ForEach(_problem);
        problems.Clear();
    }

    // By the content; what is no archive and no JSON is taken for what its name says.
    private static bool IsLines(FileStream file, string path, out bool gzip)
    {
        byte[] head = new byte[Looked];
        int length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        gzip = head is [0x1F, 0x8B, ..];
        return Unpacker.IsJsonLines(head.AsMemory(0, length)) ?? CorpusFiles.IsLines(path);
    }

    private void ReadReports(FileStream file, string name, CancellationToken cancellation)
    {
        foreach (UnpackedReport unpacked in Unpacker.Read(name, file, s_limits))
        {
            cancellation.ThrowIfCancellationRequested();
            if (unpacked.Problem is not null)
                _problem(new FileProblem(unpacked.Name, unpacked.Problem, unpacked.Input is null));
            if (unpacked.Input is { } input && !(unpacked.Name != name && SideFile.IsSideFile(unpacked.Name)))
                ReadReport(input);
        }
    }

    private void ReadReport(ReportInput input)
    {
        ReadingResult reading = ReportReader.Read(input);
        if (reading.Report is not { } report)
        {
            _problem(new FileProblem(input.Name, reading.Problem ?? "no report was found in it", true));
            return;
        }
        // What is cut is no part of the article; white space in its place keeps all offsets.
        char[] text = report.Text.ToCharArray();
        foreach (Cut cut in report.Cuts)
            text.AsSpan(cut.Span.Start, cut.Span.Length).Fill(' ');
        if (Found(input.Name, report.Title, Encoding.UTF8.GetBytes(text)) is { } why)
            _problem(new FileProblem(input.Name, why, false));
    }

    private void ReadLines(Stream stream, string name, bool gzip, CancellationToken cancellation)
    {
        using Stream plain = gzip ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : stream;
        using var lines = new ByteSource(plain);
        while (lines.ReadLine(LongestLine, out ReadOnlySpan<byte> line))
        {
            if (lines.LineWasTooLong)
                _problem(new FileProblem(name, Say($"line {lines.LineNumber}: longer than {LongestLine / (1024 * 1024)} MB; left out"), true));
            else if (ReadLine(lines.LineNumber == 1 ? WithoutMark(line) : line, name, lines.LineNumber) is { } why)
                _problem(new FileProblem(name, Say($"line {lines.LineNumber}: {why}"), true));
            if ((lines.LineNumber & 1023) == 0)
                cancellation.ThrowIfCancellationRequested();
        }
        if (lines.Fault is { } fault)
            _problem(new FileProblem(name, Say($"after line {lines.LineNumber}: the file is broken ({fault}); the rest of it was left out"), true));
    }

    // Null where all is well with the line, else what is wrong with it.
    private string? ReadLine(ReadOnlySpan<byte> line, string file, int number)
    {
        line = line.TrimEnd((byte)'\r');
        if (line.IsEmpty || line.IndexOfAnyExcept(" \t"u8) < 0)
            return null;
        var json = new Utf8JsonReader(line);
        string? id = null, title = null;
        ReadOnlySpan<byte> text = default;
        bool hasText = false;
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return "not a JSON object; write one a line";
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                bool isText = json.ValueTextEquals(_fields.Text), isId = json.ValueTextEquals(_fields.Id), isTitle = json.ValueTextEquals(_fields.Title);
                json.Read();
                if (isText && json.TokenType == JsonTokenType.String)
                {
                    text = Plain(json.ValueSpan, json.ValueIsEscaped);
                    hasText = true;
                }
                if (isId && json.TokenType is JsonTokenType.String or JsonTokenType.Number)
                    id = TextOf(json);
                else if (isTitle && json.TokenType == JsonTokenType.String)
                    title = TextOf(json);
                json.Skip();
            }
            if (json.Read())
                return "more than one JSON value; write one a line";
        }
        catch (JsonException e)
        {
            return $"not JSON ({e.Message.Split(" LineNumber")[0].TrimEnd('.')}, at byte {(e.BytePositionInLine ?? 0).ToString(CultureInfo.InvariantCulture)})";
        }
        if (!hasText)
            return $"no text in “{_fields.Text}”; --text-field names the member that holds it";
        return Found(id ?? Say($"{file}:{number}"), title, text);
    }

    // Null, or a note where the id is another's already.
    private string? Found(string id, string? title, ReadOnlySpan<byte> text)
    {
        string unique = id;
        for (int n = 2; !_ids.Add(unique); n++)
            unique = Say($"{id} ({n})");
        _found(unique, title, text);
        return unique.Length == id.Length ? null : $"the id “{id}” was there before; this document is called “{unique}”";
    }

    private ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (!escaped)
            return raw;
        if (_plain.Length < raw.Length)
            _plain = new byte[raw.Length * 2];
        return _plain.AsSpan(0, JsonText.Unescape(raw, _plain));
    }

    private static string TextOf(Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped)
            return Encoding.UTF8.GetString(json.ValueSpan);
        byte[] plain = new byte[json.ValueSpan.Length];
        return Encoding.UTF8.GetString(plain, 0, JsonText.Unescape(json.ValueSpan, plain));
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line) => line.StartsWith("\uFEFF"u8) ? line[3..] : line;

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

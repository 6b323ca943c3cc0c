using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Library.Corpus;

/// <summary>A report as a JSON line: what it is, and the article's own words; or why it could not be read.</summary>
internal static class ExtractedLine
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The members that follow the id: "file", "url", "outlet", "title", "authors", "published", "language", "text", or "problem".</summary>
    /// <param name="unpacked">The report as it was found.</param>
    /// <returns>The rest of the line in UTF-8, from the comma behind the id to the line end, and why it is unread or null.</returns>
    public static (byte[] Members, string? Unread) Of(UnpackedReport unpacked)
    {
        ReadingResult? reading = unpacked.Input is null ? null : ReportReader.Read(unpacked.Input);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, s_writing))
        {
            json.WriteStartObject();
            json.WriteString("file", unpacked.Name);
            if (reading?.Report is { } report)
                Write(json, report, Joined(unpacked.Problem, reading.Problem));
            else
                WriteUnread(json, unpacked.Input?.Url, reading?.Problem ?? unpacked.Problem ?? "nothing is in it");
            json.WriteEndObject();
        }
        byte[] rest = new byte[buffer.WrittenCount + 1];
        buffer.WrittenSpan[1..].CopyTo(rest.AsSpan(1));
        (rest[0], rest[^1]) = ((byte)',', (byte)'\n');
        return (rest, reading?.Report is null ? reading?.Problem ?? unpacked.Problem ?? "nothing is in it" : null);
    }

    /// <summary>The start of a line: its id.</summary>
    public static byte[] Start(string id) => [.. "{\"id\":\""u8, .. JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];

    private static void WriteUnread(Utf8JsonWriter json, string? url, string problem)
    {
        if (url is not null)
            json.WriteString("url", url);
        json.WriteString("problem", problem);
    }

    private static void Write(Utf8JsonWriter json, Report report, string? note)
    {
        json.WriteString("url", report.Url);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("title", report.Title);
        json.WriteStartArray("authors");
        foreach (string author in report.Byline)
            json.WriteStringValue(author);
        json.WriteEndArray();
        json.WriteString("published", report.Published is { } published ? Date(published) : null);
        json.WriteString("language", report.Language);
        json.WriteString("text", ArticleText.Of(report));
        if (note is not null)
            json.WriteString("note", note);
    }

    // ISO 8601: a moment, a day, or the first and last day.
    private static string Date(PublicationDate date) => date.Instant is { } instant ? instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : date.IsDay ? date.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{date.From:yyyy-MM-dd}/{date.To:yyyy-MM-dd}");

    private static string? Joined(string? first, string? second) => first is null ? second : second is null ? first : $"{first}. {second}";
}

using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Library.Store;

/// <summary>What is kept of a report beside its text, as JSON; members without a value are left out.</summary>
internal static class StoredReportJson
{
    private const string Day = "yyyy-MM-dd";

    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON in UTF-8.</summary>
    public static byte[] Write(Report report)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, s_writing))
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id);
            Write(json, "file", report.File);
            Write(json, "url", report.Url);
            Write(json, "canonical", report.CanonicalUrl);
            Write(json, "outlet", report.Outlet);
            Write(json, "title", report.Title);
            Write(json, "titleSpan", report.TitleSpan);
            Write(json, "byline", report.Byline);
            WriteCredits(json, report.Credits);
            json.WriteString("language", report.Language);
            if (report.Published is { } published)
                Write(json, published);
            Write(json, "updated", report.Updated?.ToString(Day, CultureInfo.InvariantCulture));
            Write(json, "section", report.Section);
            WriteCuts(json, report.Cuts);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The report of this JSON and text.</summary>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    /// <exception cref="FormatException">A day or moment in it is none.</exception>
    public static Report Read(ReadOnlyMemory<byte> stored, string text)
    {
        using var document = JsonDocument.Parse(stored);
        JsonElement json = document.RootElement;
        return new Report
        {
            Id = json.Text("id") ?? throw new JsonException("no id"),
            File = json.Text("file"),
            Url = json.Text("url"),
            CanonicalUrl = json.Text("canonical"),
            Outlet = json.Text("outlet"),
            Title = json.Text("title"),
            TitleSpan = Span(json, "titleSpan"),
            Byline = Strings(json, "byline"),
            Credits = [.. All(json, "credits").Select(c => new Credit(c.Text("agency") ?? "", Span(c, "span"), c.Text("how") ?? ""))],
            Language = json.Text("language") ?? "und",
            Published = json.TryGetProperty("published", out JsonElement published) ? Date(published) : null,
            Updated = json.Text("updated") is { } updated ? DateOnly.ParseExact(updated, Day, CultureInfo.InvariantCulture) : null,
            Section = json.Text("section"),
            Text = text,
            Cuts = [.. All(json, "cuts").Select(c => new Cut(Span(c, "span") ?? default, c.Text("why") ?? ""))],
        };
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Write(Utf8JsonWriter json, string name, TextSpan? span)
    {
        if (span is not { } known)
            return;
        json.WriteStartArray(name);
        json.WriteNumberValue(known.Start);
        json.WriteNumberValue(known.End);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PublicationDate date)
    {
        json.WriteStartObject("published");
        json.WriteString("from", date.From.ToString(Day, CultureInfo.InvariantCulture));
        json.WriteString("to", date.To.ToString(Day, CultureInfo.InvariantCulture));
        json.WriteString("how", date.How.ToString());
        Write(json, "instant", date.Instant?.ToString("O", CultureInfo.InvariantCulture));
        Write(json, "reasons", date.Reasons);
        json.WriteEndObject();
    }

    private static void WriteCredits(Utf8JsonWriter json, IReadOnlyList<Credit> credits)
    {
        if (credits.Count == 0)
            return;
        json.WriteStartArray("credits");
        foreach (Credit credit in credits)
        {
            json.WriteStartObject();
            json.WriteString("agency", credit.Agency);
            Write(json, "span", credit.Span);
            json.WriteString("how", credit.How);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCuts(Utf8JsonWriter json, IReadOnlyList<Cut> cuts)
    {
        if (cuts.Count == 0)
            return;
        json.WriteStartArray("cuts");
        foreach (Cut cut in cuts)
        {
            json.WriteStartObject();
            Write(json, "span", cut.Span);
            json.WriteString("why", cut.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static JsonElement[] All(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray()] : [];

    private static string[] Strings(JsonElement json, string name) => [.. All(json, name).Select(e => e.GetString() ?? "")];

    private static TextSpan? Span(JsonElement json, string name) =>
        All(json, name) is [var start, var end] ? new TextSpan(start.GetInt32(), end.GetInt32()) : null;

    private static PublicationDate Date(JsonElement json) => new(
        DateOnly.ParseExact(json.Text("from") ?? "", Day, CultureInfo.InvariantCulture),
        DateOnly.ParseExact(json.Text("to") ?? "", Day, CultureInfo.InvariantCulture),
        Enum.Parse<DateSource>(json.Text("how") ?? ""),
        Strings(json, "reasons"))
    {
        Instant = json.Text("instant") is { } instant ? DateTimeOffset.ParseExact(instant, "O", CultureInfo.InvariantCulture) : null,
    };
}

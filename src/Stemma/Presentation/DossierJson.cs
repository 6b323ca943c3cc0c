using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>Writes and reads dossier.json, the whole of the findings; its schema is <see cref="DossierSchema"/>.</summary>
/// <remarks>
/// UTF-8 without a byte order mark, indented by two spaces, lines end in LF; every field is written, null where nothing
/// is known. The same dossier gives the same bytes. A lone surrogate in a text is written as U+FFFD, so offsets stay true.
/// </remarks>
public static class DossierJson
{
    private static readonly DossierJsonContext s_context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    });

    /// <summary>Writes a dossier; the stream stays open.</summary>
    public static void Write(Dossier dossier, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        JsonSerializer.Serialize(stream, dossier, s_context.Dossier);
        stream.Write("\n"u8);
    }

    /// <summary>Reads a dossier; fields that are not known are left out.</summary>
    /// <exception cref="JsonException">It is no JSON, or no dossier: the message names the field.</exception>
    public static Dossier Read(Stream stream) =>
        JsonSerializer.Deserialize(stream, s_context.Dossier) ?? throw new JsonException("The file holds “null”, not a dossier.");
}

/// <summary>The generated code that turns a dossier into JSON and back.</summary>
[JsonSerializable(typeof(Dossier))]
internal sealed partial class DossierJsonContext : JsonSerializerContext;

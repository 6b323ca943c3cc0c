using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli;

/// <summary>Writes a dossier to a file, or to a folder in all formats.</summary>
internal static class DossierFiles
{
    private static readonly (string Ending, Action<Dossier, Stream> Write)[] s_formats =
    [
        (".json", DossierJson.Write),
        (".html", WriteHtml),
    ];

    /// <summary>Why nothing can be written there, null where it can.</summary>
    public static string? Problem(string path)
    {
        string ending = Path.GetExtension(path);
        if (ending.Length == 0 || Directory.Exists(path) || FormatOf(path) is not null)
            return null;
        return $"{path}: no format for “{ending}”; name a file that ends in {string.Join(" or ", s_formats.Select(f => f.Ending))}, or a folder for all of them";
    }

    /// <summary>Writes the dossier; a folder is made where it is missing. A file is replaced only when the new one is whole.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(Dossier dossier, string path)
    {
        if (!Directory.Exists(path) && FormatOf(path) is { } write)
        {
            WriteWhole(dossier, path, write);
            return;
        }
        Directory.CreateDirectory(path);
        foreach ((string ending, Action<Dossier, Stream> format) in s_formats)
            WriteWhole(dossier, Path.Combine(path, "dossier" + ending), format);
    }

    private static Action<Dossier, Stream>? FormatOf(string path) =>
        s_formats.FirstOrDefault(f => path.EndsWith(f.Ending, StringComparison.OrdinalIgnoreCase)).Write;

    private static void WriteWhole(Dossier dossier, string path, Action<Dossier, Stream> write)
    {
        string unfinished = path + ".unfinished";
        using (FileStream stream = File.Create(unfinished))
            write(dossier, stream);
        File.Move(unfinished, path, overwrite: true);
    }

    private static void WriteHtml(Dossier dossier, Stream stream)
    {
        using var writer = new StreamWriter(stream, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        DossierHtml.Write(dossier, writer);
    }
}

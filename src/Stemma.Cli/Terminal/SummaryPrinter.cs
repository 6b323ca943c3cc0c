using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Stemma.Cli.Terminal;

/// <summary>Prints phrases line by line, wrapped at words with what stands before each line; nothing trails a line.</summary>
/// <remarks>Control characters of a report's text never reach the terminal, so no text can move the cursor or change colours.</remarks>
internal sealed class SummaryPrinter
{
    // Columns. Below the least nothing can be laid out; above the most, lines are too long to read.
    private const int LeastWidth = 24;
    private const int MostWidth = 120;

    private readonly IAnsiConsole _console;

    public SummaryPrinter(IAnsiConsole console)
    {
        _console = console;
        Width = Math.Clamp(console.Profile.Width, LeastWidth, MostWidth);
    }

    /// <summary>The columns that are used.</summary>
    public int Width { get; }

    /// <summary>An empty line.</summary>
    public void Blank() => _console.WriteLine();

    /// <summary>A section's title, with an empty line above.</summary>
    public void Title(string title)
    {
        Blank();
        Print(new Phrase().Add(title, Ink.Strong));
    }

    /// <summary>Prints a phrase; <paramref name="first"/> stands before its first line, <paramref name="rest"/> before the others.</summary>
    public void Print(Phrase phrase, string first = "", string rest = "")
    {
        int room = Math.Max(LeastWidth / 2, Width - Math.Max(Cells(first), Cells(rest)));
        string before = first;
        var line = new List<(string Text, Ink Ink)>();
        int used = 0;
        (string Word, Ink Ink, bool Spaced)[] words = [.. Words(phrase, room)];
        for (int i = 0; i < words.Length; i++)
        {
            (string word, Ink ink, bool spaced) = words[i];
            int cells = Cells(word);
            if (spaced && used > 0 && used + 1 + CellsTogether(words, i) > room)
            {
                Emit(before, line);
                before = rest;
                line.Clear();
                used = 0;
            }
            if (used > 0 && spaced)
            {
                line.Add((" ", line[^1].Ink == ink ? ink : Ink.Plain));
                used++;
            }
            line.Add((word, ink));
            used += cells;
        }
        Emit(before, line);
    }

    /// <summary>The columns that a text takes.</summary>
    public static int Cells(string text) => text.Length == 0 ? 0 : new Segment(text).CellCount();

    // A word with what hangs on it without a space, such as the bracket that closes.
    private static int CellsTogether((string Word, Ink Ink, bool Spaced)[] words, int first)
    {
        int cells = Cells(words[first].Word);
        for (int i = first + 1; i < words.Length && !words[i].Spaced; i++)
            cells += Cells(words[i].Word);
        return cells;
    }

    private void Emit(string before, List<(string Text, Ink Ink)> line)
    {
        var paragraph = new Paragraph { Overflow = Overflow.Crop };
        if (before.Length > 0)
            paragraph.Append(line.Count > 0 ? before : before.TrimEnd(), Style(Ink.Quiet));
        foreach ((string text, Ink ink) in line)
            paragraph.Append(text.Replace('\u00A0', ' '), Style(ink));
        _console.Write(paragraph);
        _console.WriteLine();
    }

    // A word that is wider than a line is broken where the line ends.
    private static IEnumerable<(string Word, Ink Ink, bool Spaced)> Words(Phrase phrase, int room)
    {
        bool spaced = false;
        foreach ((string text, Ink ink) in phrase.Parts)
        {
            string clean = Clean(text);
            int at = 0;
            while (at < clean.Length)
            {
                if (clean[at] == ' ')
                {
                    spaced = true;
                    at++;
                    continue;
                }
                int end = clean.IndexOf(' ', at);
                end = end < 0 ? clean.Length : end;
                foreach (string piece in Pieces(clean[at..end], room))
                {
                    yield return (piece, ink, spaced);
                    spaced = true;
                }
                spaced = false;
                at = end;
            }
        }
    }

    private static IEnumerable<string> Pieces(string word, int room)
    {
        if (word.Length * 2 <= room || Cells(word) <= room)
        {
            yield return word;
            yield break;
        }
        var piece = new StringBuilder();
        int used = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            int cells = Cells(rune.ToString());
            if (used + cells > room)
            {
                yield return piece.ToString();
                piece.Clear();
                used = 0;
            }
            piece.Append(rune.ToString());
            used += cells;
        }
        yield return piece.ToString();
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool harmful = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            if (harmful || (Rune.IsWhiteSpace(rune) && rune.Value != 0xA0))
                clean.Append(' ');
            else
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static Style Style(Ink ink) => ink switch
    {
        Ink.Strong => new Style(decoration: Decoration.Bold),
        Ink.Quiet => new Style(Color.Grey),
        Ink.Number => new Style(Color.Teal),
        Ink.Gone => new Style(Color.Maroon),
        Ink.Come => new Style(Color.Green),
        Ink.Warn => new Style(Color.Olive, decoration: Decoration.Bold),
        _ => Spectre.Console.Style.Plain,
    };
}

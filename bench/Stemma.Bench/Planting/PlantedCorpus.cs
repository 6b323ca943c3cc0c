using System.Globalization;

namespace Stemma.Bench.Planting;

/// <summary>A document of a planted corpus.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text, one paragraph.</param>
/// <param name="Parent">The id of the document it copies, null for an original.</param>
/// <param name="Mode">"original", "verbatim", "cut_tail", "edited", "reworded" or "mosaic" (half of it from elsewhere).</param>
internal sealed record PlantedDocument(string Id, string Text, string? Parent, string Mode);

/// <summary>Plants a corpus: originals and copies of them in every mode, for `stemma dedupe`.</summary>
internal static class PlantedCorpus
{
    /// <summary>The part of documents that are copies.</summary>
    private const double Copies = 0.4;

    /// <summary>In documents: the names change this often, as they do from story to story.</summary>
    private const int Story = 50;

    private static readonly string[] s_modes = ["verbatim", "cut_tail", "edited", "reworded", "mosaic"];

    /// <summary>So many documents; the same for the same seed.</summary>
    public static IEnumerable<PlantedDocument> Plant(ulong seed, int documents)
    {
        var chance = new Chance(seed);
        var grammar = new Grammar(chance);
        var originals = new List<(string Id, IReadOnlyList<PlantedSentence> Text)>();
        for (int i = 0; i < documents; i++)
        {
            if (i % Story == 0)
                grammar = new Grammar(chance);
            var editor = new Editor(chance, grammar);
            string id = string.Create(CultureInfo.InvariantCulture, $"d{i:000000}");
            if (originals.Count == 0 || !chance.Is(Copies))
            {
                IReadOnlyList<PlantedSentence> text = Original(chance, grammar, editor);
                originals.Add((id, text));
                yield return new PlantedDocument(id, Text(text), null, "original");
                continue;
            }
            (string parent, IReadOnlyList<PlantedSentence> source) = chance.Of(originals);
            string mode = chance.Of(s_modes);
            IReadOnlyList<PlantedSentence> copy = mode switch
            {
                "cut_tail" => editor.CutTail(source),
                "edited" => editor.Edit(source),
                "reworded" => editor.Reword(source),
                "mosaic" => [.. source.Take(source.Count / 2), .. Original(chance, grammar, editor).Take(source.Count / 2)],
                _ => source,
            };
            yield return new PlantedDocument(id, Text(copy), parent, mode);
        }
    }

    private static string Text(IReadOnlyList<PlantedSentence> sentences) => string.Join(' ', sentences.Select(s => s.Text));

    private static List<PlantedSentence> Original(Chance chance, Grammar grammar, Editor editor)
    {
        var sentences = new List<PlantedSentence>();
        for (int s = chance.Between(8, 16); s > 0; s--)
        {
            string[] parts = grammar.Expand("{sentence}").Split('|');
            sentences.Add(new PlantedSentence { Root = 0, Version = editor.NewVersion(), Core = parts[0], Trail = parts[1], TrailFirst = chance.Is(0.2) });
        }
        return sentences;
    }
}

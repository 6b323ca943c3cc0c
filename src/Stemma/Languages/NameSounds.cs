using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Stemma.Languages;

/// <summary>Brings spellings of a name to how they sound, roughly; see name-sounds.tsv.</summary>
internal static class NameSounds
{
    private static readonly Lazy<(string Vowels, FrozenSet<string> Particles, (string Letters, string Sound)[] Sounds)> s_table = new(Read);

    /// <summary>The parts of a name as they sound, without particles before it; a name of other marks than letters has none.</summary>
    public static string[] Of(string name) =>
        [.. name.ToLowerInvariant().Split([' ', '-', '‑', '.', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Where(p => !s_table.Value.Particles.Contains(p)).Select(OfPart)];

    private static string OfPart(string part)
    {
        var plain = new StringBuilder(part.Length);
        foreach (char c in part.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }
        string letters = plain.ToString();
        var sounds = new StringBuilder(letters.Length);
        for (int i = 0; i < letters.Length;)
        {
            (string Letters, string Sound) found = s_table.Value.Sounds.FirstOrDefault(s => string.CompareOrdinal(letters, i, s.Letters, 0, s.Letters.Length) == 0);
            string sound = found.Letters is not null ? found.Sound : i > 0 && s_table.Value.Vowels.Contains(letters[i]) ? "" : letters[i].ToString();
            if (sound.Length > 0 && (sounds.Length == 0 || sounds[^1] != sound[0]))
                sounds.Append(sound);
            i += found.Letters?.Length ?? 1;
        }
        return sounds.ToString();
    }

    private static (string, FrozenSet<string>, (string, string)[]) Read()
    {
        Dictionary<string, string> rows = TableFile.Rows("name-sounds.tsv").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        (string, string)[] sounds = [.. rows.Where(r => r.Key is not ("vowels" or "particles")).Select(r => (r.Key, r.Value == "-" ? "" : r.Value)).OrderByDescending(r => r.Key.Length).ThenBy(r => r.Key, StringComparer.Ordinal)];
        return (rows["vowels"], rows["particles"].Split(' ').ToFrozenSet(StringComparer.Ordinal), sounds);
    }
}

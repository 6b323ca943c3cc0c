using Stemma.Annotation;
using Stemma.Annotation.Names;

namespace Stemma.Comparison.Names;

/// <summary>Finds short names that a report explains: "International Criminal Court (ICC)".</summary>
internal static class Acronyms
{
    /// <summary>Short and full name, folded, in ordinal order; a short name with two full names is left out.</summary>
    public static IReadOnlyList<(string Acronym, string Full)> Of(IReadOnlyList<AnnotatedReport> reports)
    {
        var found = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (AnnotatedReport report in reports)
        {
            string text = report.Text;
            for (int i = 0; i + 1 < report.Names.Count; i++)
            {
                NameMention full = report.Names[i], acronym = report.Names[i + 1];
                bool inParentheses = acronym.Span.Start - full.Span.End == 2 && text[acronym.Span.Start - 1] == '('
                    && acronym.Span.End < text.Length && text[acronym.Span.End] == ')';
                if (!inParentheses || !IsShortFor(acronym.Span.Over(text), full.Span.Over(text)))
                    continue;
                string key = NameWords.Canonical(acronym.Span.Over(text));
                if (!found.TryGetValue(key, out SortedSet<string>? names))
                    found.Add(key, names = new SortedSet<string>(StringComparer.Ordinal));
                names.Add(NameWords.Canonical(full.Span.Over(text)));
            }
        }
        return [.. found.Where(p => p.Value.Count == 1).Select(p => (p.Key, p.Value.Min!))];
    }

    // Its letters are the first letters of the words, in order; small words may be passed over.
    private static bool IsShortFor(ReadOnlySpan<char> acronym, ReadOnlySpan<char> full)
    {
        int next = 0;
        for (int i = 0; i < full.Length && next < acronym.Length; i++)
        {
            bool starts = i == 0 || full[i - 1] is ' ' or '-';
            if (starts && char.ToUpperInvariant(full[i]) == acronym[next])
                next++;
        }
        return acronym.Length >= 2 && next == acronym.Length;
    }
}

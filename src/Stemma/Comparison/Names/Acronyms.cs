using Stemma.Annotation;
using Stemma.Annotation.Chains;

namespace Stemma.Comparison.Names;

/// <summary>Finds short names that a report explains: "International Criminal Court (ICC)".</summary>
internal static class Acronyms
{
    /// <summary>The keys of short and full name (see <see cref="ThingNames"/>), in ordinal order; a short name with two full names is left out.</summary>
    public static IReadOnlyList<(string Acronym, string Full)> Of(IReadOnlyList<AnnotatedReport> reports)
    {
        var found = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (AnnotatedReport report in reports)
        {
            foreach ((string acronym, string full) in ThingNames.Acronyms(report.Text, report.Names))
            {
                if (!found.TryGetValue(acronym, out SortedSet<string>? names))
                    found.Add(acronym, names = new SortedSet<string>(StringComparer.Ordinal));
                names.Add(full);
            }
        }
        return [.. found.Where(p => p.Value.Count == 1).Select(p => (p.Key, p.Value.Min!))];
    }
}

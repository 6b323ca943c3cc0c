using System.Collections.Frozen;
using Stemma.Annotation.Marks;
using Stemma.Annotation.Names;
using Stemma.Annotation.Tagging;
using Stemma.Reports;

namespace Stemma.Annotation.Chains;

/// <summary>A pronoun and whom it stands for.</summary>
/// <param name="Span">The pronoun.</param>
/// <param name="Name">The fullest name that the report has for the person.</param>
/// <param name="Mention">The nearest place that names the person, before the pronoun where there is one.</param>
/// <param name="Chain">All places that name the person, in text order.</param>
public sealed record ResolvedPronoun(TextSpan Span, string Name, TextSpan Mention, IReadOnlyList<TextSpan> Chain);

/// <summary>Tells whom the pronouns of a report stand for.</summary>
public static class Pronouns
{
    /// <summary>
    /// The pronouns for one person ("he", "him", "his", "she", "her" …) that stand for a name of the report, in text order; those
    /// that stand for nobody named are left out. Linear in the report's length; a function of the report alone.
    /// </summary>
    public static IReadOnlyList<ResolvedPronoun> Resolve(AnnotatedReport report) => Resolve(report, report.Names);

    /// <summary>The same where names are known besides those that the report was found to have.</summary>
    /// <param name="report">The report.</param>
    /// <param name="persons">Places that name persons; names of the report that overlap one of them are passed over.</param>
    public static IReadOnlyList<ResolvedPronoun> Resolve(AnnotatedReport report, IReadOnlyList<TextSpan> persons) => Resolve(report, With(report, persons));

    /// <summary>The names of the report with the given ones.</summary>
    internal static IReadOnlyList<NameMention> With(AnnotatedReport report, IReadOnlyList<TextSpan> persons)
    {
        var names = new List<NameMention>(report.Names.Where(n => !persons.Any(p => p.Overlaps(n.Span))));
        foreach (TextSpan person in persons.Distinct())
        {
            TextSpan? title = report.Names.FirstOrDefault(n => n.Span.Overlaps(person))?.Title;
            names.Add(new NameMention(person, NameKind.Person, title is { } t && t.End <= person.Start ? t : null));
        }
        names.Sort((a, b) => a.Span.CompareTo(b.Span));
        return NameKinds.Settle(report.Text, names, FrozenSet<TextSpan>.Empty);
    }

    private static List<ResolvedPronoun> Resolve(AnnotatedReport report, IReadOnlyList<NameMention> names)
    {
        var view = new TokenView(report.Text, report.Paragraphs, report.Tokens, report.Sentences, MarkedStretches.Find(report.Text, report.Paragraphs));
        if (!PronounResolver.HasPronouns(view))
            return [];
        NameGroups groups = NameGroups.Of(report.Text, names);
        var found = new List<ResolvedPronoun>();
        foreach (PronounReading reading in PronounResolver.Resolve(view, view.Syntax.Words, names, groups))
        {
            if (reading.Antecedent is not { } antecedent)
                continue;
            TextSpan mention = names[antecedent.Name.IsPronoun ? groups.MentionsOf(antecedent.Chain)[0] : antecedent.Name.Mention].Span;
            found.Add(new ResolvedPronoun(view.Tokens[reading.Pronoun.First].Span, groups.Names[antecedent.Chain], mention, [.. groups.MentionsOf(antecedent.Chain).Select(m => names[m].Span)]));
        }
        return found;
    }
}

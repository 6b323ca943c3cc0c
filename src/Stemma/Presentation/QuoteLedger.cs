using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>What one speaker is quoted with.</summary>
/// <param name="Name">The speaker, null where the reports do not tell.</param>
/// <param name="Wordings">Utterances that several reports quote, the changed ones first.</param>
/// <param name="Single">Quotations that stand in one report only, in reading order.</param>
public sealed record QuotedSpeaker(string? Name, IReadOnlyList<DossierWording> Wordings, IReadOnlyList<DossierQuote> Single);

/// <summary>Quotations by speaker: those whose words were changed most often come first, those without a speaker last.</summary>
public static class QuoteLedger
{
    /// <summary>Every quotation once, under its speaker.</summary>
    public static IReadOnlyList<QuotedSpeaker> Of(StoryIndex story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var speakers = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var joined = new HashSet<string>(StringComparer.Ordinal);
        foreach (DossierWording wording in story.Dossier.Wordings)
        {
            DossierSpeaker? told = wording.Quotes.Select(story.Quote).FirstOrDefault(q => q?.Speaker is not null)?.Speaker;
            Of(speakers, told, wording.Speaker).Wordings.Add(wording);
            joined.UnionWith(wording.Quotes);
        }
        foreach (DossierQuote quote in story.Dossier.Quotes.Where(q => !joined.Contains(q.Id)))
            Of(speakers, quote.Speaker, null).Single.Add(quote);
        return [.. speakers.Values
            .OrderBy(s => s.Name is null)
            .ThenByDescending(s => s.Wordings.Count(IsChanged))
            .ThenByDescending(s => s.Wordings.Count)
            .ThenByDescending(s => s.Single.Count)
            .ThenBy(s => s.Name, StringComparer.Ordinal)
            .Select(s => new QuotedSpeaker(s.Name, [.. s.Wordings.OrderByDescending(WordingText.Gravity)],
                [.. s.Single.OrderBy(q => story.Report(q.Report)?.Number).ThenBy(q => q.Start).ThenBy(q => q.Id, StringComparer.Ordinal)]))];
    }

    /// <summary>True where at least one report words the utterance otherwise.</summary>
    public static bool IsChanged(DossierWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return wording.Pairs.Any(p => p.Change is not ("same" or "headline"));
    }

    private static Entry Of(Dictionary<string, Entry> speakers, DossierSpeaker? told, string? name)
    {
        name ??= told?.Name;
        string key = told?.Id is { } id ? "id " + id : "name " + name;
        if (!speakers.TryGetValue(key, out Entry? entry))
            speakers[key] = entry = new Entry(name, [], []);
        return entry;
    }

    private sealed record Entry(string? Name, List<DossierWording> Wordings, List<DossierQuote> Single);
}

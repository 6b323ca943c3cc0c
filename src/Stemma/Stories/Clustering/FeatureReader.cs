using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Tagging;
using Stemma.Annotation.Times;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Clustering;

/// <summary>Reads the features of one report: words, names, numbers, times and pairs of words, of short ones their clusters, those at its start more.</summary>
internal sealed class FeatureReader
{
    /// <summary>How many mentions far down one mention in the headline or the first sentence is worth.</summary>
    /// <remarks>A report says at its start what happened. Best of 1, 2, 4, 6 and 10 on both halves of ECB+ 1-35, 4 to 10 being alike.</remarks>
    private const double Lead = 6;

    /// <summary>In sentences: after so many the surplus of the start has halved. 1 to 2 are alike on ECB+ 1-35, 4 is worse.</summary>
    private const double HalfLead = 1.5;

    /// <summary>In steps of a weight's logarithm: a byte holds up to 5.3, a word of two hundred mentions.</summary>
    private const double Steps = 48;

    /// <summary>In UTF-16 code units; longer runs are no words.</summary>
    private const int LongestWord = 64;

    /// <summary>In tokens: what follows is background, and a report is as long as its sender wants.</summary>
    private const int MostTokens = 20_000;

    /// <summary>In days: of a publication that is known less well no day is taken.</summary>
    private const int WidestDay = 7;

    private readonly AnnotatedReport _report;
    private readonly bool _english;
    private readonly Dictionary<uint, double> _weights = [];
    private readonly Dictionary<int, double> _clusters = [];
    private readonly Dictionary<string, (double Weight, int All, int Names)> _words = new(StringComparer.Ordinal);

    private FeatureReader(AnnotatedReport report)
    {
        _report = report;
        _english = LanguageData.For(report.Report.Language) is not { Level: LanguageLevel.Plain };
    }

    /// <summary>The features of the report.</summary>
    public static StoryFeatures Read(AnnotatedReport report)
    {
        var reader = new FeatureReader(report);
        reader.AddText(report);
        // A headline that is known but does not stand in the text.
        if (report.Report is { Title: { Length: > 0 } title, TitleSpan: null })
            reader.AddText(Annotator.Annotate(new Report { Id = "", Text = title, Title = title, TitleSpan = new TextSpan(0, title.Length), Language = report.Report.Language }));
        reader.AddTimes();
        reader.AddWords();
        (uint[] keys, byte[] weights) = reader.Heaviest();
        PublicationDate? published = report.Report.Published;
        DateOnly? day = published is { } p && p.To.DayNumber - p.From.DayNumber < WidestDay ? p.From : null;
        return new StoryFeatures(day, keys, weights, CopySketch.Of(report));
    }

    private static double LeadOf(int sentence) => 1 + ((Lead - 1) * Math.Pow(0.5, sentence / HalfLead));

    private void AddText(AnnotatedReport text)
    {
        int titles = text.Sentences.Count(s => text.Paragraphs[s.Paragraph].Kind == ParagraphKind.Title), name = 0, seen = 0;
        for (int s = 0; s < text.Sentences.Count && seen < MostTokens; s++)
        {
            Sentence sentence = text.Sentences[s];
            // The first sentence after the headline is as near the start as the headline.
            double lead = LeadOf(s < titles ? 0 : s - titles);
            string? before = null;
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount && seen < MostTokens; t++, seen++)
            {
                Token token = text.Tokens[t];
                if (token.Kind is not (TokenKind.Word or TokenKind.Number) || token.Span.Length > LongestWord)
                    continue;
                while (name < text.Names.Count && text.Names[name].Span.End <= token.Span.Start)
                    name++;
                bool named = name < text.Names.Count && text.Names[name].Span.Start <= token.Span.Start;
                string word = Vocabulary.Fold(token.Span.Over(text.Text));
                if (NumberOf(word, token.Kind) is { } number)
                    Add(FeatureField.Number, number, lead);
                foreach (string part in word.Split('-', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (word.Length < 2 || Lexicon.English.IsStopWord(part))
                        continue;
                    string stem = _english ? Lexicon.English.Stem(part) : part;
                    (double weight, int all, int names) = _words.GetValueOrDefault(stem);
                    _words[stem] = (weight + lead, all + 1, names + (named ? 1 : 0));
                    if (!named && _english && WordClusters.English.Of(part) is var cluster and > 0)
                        _clusters[cluster] = _clusters.GetValueOrDefault(cluster) + lead;
                    if (before is not null)
                        Add(FeatureField.Pair, before + " " + stem, lead);
                    before = stem;
                }
            }
        }
    }

    // "23", "twenty-three" and "23rd" are one number; "one" is mostly none.
    private static string? NumberOf(string word, TokenKind kind)
    {
        if (kind == TokenKind.Number)
            return NumberWords.Read(word) is { } figures ? figures.Value.ToString(CultureInfo.InvariantCulture) : word;
        return NumberWords.Read(word) is { Value: > 1 } spelled ? spelled.Value.ToString(CultureInfo.InvariantCulture) : null;
    }

    private void AddTimes()
    {
        int sentence = 0;
        foreach (ResolvedTime time in TimeResolver.Resolve(_report, _report.Report.Published))
        {
            while (sentence < _report.Sentences.Count && _report.Sentences[sentence].Span.End <= time.Span.Start)
                sentence++;
            if (time.From is not { } from || time.Precision is not (TimePrecision.Day or TimePrecision.Month or TimePrecision.Year))
                continue;
            double lead = LeadOf(sentence);
            Add(FeatureField.Time, from.ToString("yyyy", CultureInfo.InvariantCulture), lead);
            if (time.Precision != TimePrecision.Year)
                Add(FeatureField.Time, from.ToString("yyyy-MM", CultureInfo.InvariantCulture), lead);
            if (time.Precision == TimePrecision.Day)
                Add(FeatureField.Time, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), lead);
        }
    }

    private void AddWords()
    {
        foreach ((string stem, (double weight, int all, int names)) in _words)
        {
            Add(FeatureField.Word, stem, weight);
            if (names * 2 >= all)
                Add(FeatureField.Name, stem, weight);
        }
        if (_words.Count > FieldWeights.MostWordsForClusters)
            return;
        foreach ((int cluster, double weight) in _clusters)
            Add(FeatureField.Cluster, cluster.ToString(CultureInfo.InvariantCulture), weight);
    }

    private void Add(FeatureField field, string words, double weight)
    {
        uint key = FeatureKey.Of(field, words);
        _weights[key] = _weights.GetValueOrDefault(key) + weight;
    }

    // Of each field the heaviest, of equal weights the smaller keys; by key.
    private (uint[] Keys, byte[] Weights) Heaviest()
    {
        List<(uint Key, byte Weight)> kept = [];
        foreach (IGrouping<FeatureField, KeyValuePair<uint, double>> field in _weights.GroupBy(w => FeatureKey.FieldOf(w.Key)))
        {
            kept.AddRange(field.Select(w => (w.Key, Weight: (byte)Math.Clamp(Math.Round(Math.Log(1 + w.Value) * Steps), 1, byte.MaxValue)))
                .OrderByDescending(w => w.Weight).ThenBy(w => w.Key).Take(FieldWeights.MostOf(field.Key)));
        }
        kept.Sort();
        return ([.. kept.Select(k => k.Key)], [.. kept.Select(k => k.Weight)]);
    }
}

using Stemma.Languages;

namespace Stemma.Stories.Clustering;

/// <summary>
/// Puts texts to stories: each, by day, joins the story whose centre it is most like (cosine of log tf · idf), or starts a
/// new one; a second round lets texts change over to a better story that came up later.
/// </summary>
/// <remarks>A function of its arguments alone, whatever their order. An index of terms keeps it from comparing all with all.</remarks>
public static class StoryClusterer
{
    /// <summary>The cosine from which a text belongs to a story.</summary>
    /// <remarks>Best of .24, .26, .28, .30 on every other topic of ECB+ 1-35 (BCubed F 90.2); the other topics then give 89.0. Re-run <c>stemma eval stories</c> on both halves when it changes.</remarks>
    private const double Least = .26;

    /// <summary>The standard deviation, in days, of the time between reports of one story.</summary>
    /// <remarks>Set by hand: after a week a like text is more often the next story.</remarks>
    private const double Days = 5;

    /// <summary>Rounds over all texts.</summary>
    private const int Rounds = 2;

    /// <summary>Stories that are looked at through one term: of a term in more the others decide.</summary>
    private const int MostPlaces = 4000;

    /// <summary>The number of the story of each text, in the order of the texts; stories are numbered from 0 by their first text in that order.</summary>
    /// <param name="texts">The texts; their ids differ.</param>
    /// <param name="progress">Told once for each text and round.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<int> Cluster(IReadOnlyList<StoryText> texts, Action? progress = null, CancellationToken cancellation = default)
    {
        int[] order = [.. Enumerable.Range(0, texts.Count).OrderBy(i => texts[i].Day ?? DateOnly.MaxValue).ThenBy(i => texts[i].Id, StringComparer.Ordinal)];
        IReadOnlyList<(int Term, double Weight)>[] vectors = Vectors(texts, order, cancellation);
        var stories = new List<StoryCentre>();
        var places = new Dictionary<int, List<int>>();
        var story = new int[texts.Count];
        Array.Fill(story, -1);
        for (int round = 0; round < Rounds; round++)
        {
            foreach (int i in order)
            {
                cancellation.ThrowIfCancellationRequested();
                if (story[i] >= 0)
                    stories[story[i]].Remove(vectors[i]);
                int best = Nearest(vectors[i], texts[i].Day, stories, places);
                if (best < 0)
                {
                    best = stories.Count;
                    stories.Add(new StoryCentre());
                }
                story[i] = best;
                foreach (int term in stories[best].Add(vectors[i], texts[i].Day))
                {
                    if (!places.TryGetValue(term, out List<int>? list))
                        places[term] = list = [];
                    list.Add(best);
                }
                progress?.Invoke();
            }
        }
        var numbers = new Dictionary<int, int>();
        return [.. story.Select(s => numbers.TryGetValue(s, out int n) ? n : numbers[s] = numbers.Count)];
    }

    private static IReadOnlyList<(int Term, double Weight)>[] Vectors(IReadOnlyList<StoryText> texts, int[] order, CancellationToken cancellation)
    {
        var counts = new IReadOnlyList<(string Stem, double Weight)>[texts.Count];
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequency = new List<int>();
        foreach (int i in order)
        {
            cancellation.ThrowIfCancellationRequested();
            counts[i] = TextVector.Of(texts[i], Lexicon.English);
            foreach ((string stem, _) in counts[i])
            {
                if (!terms.TryGetValue(stem, out int term))
                {
                    terms[stem] = term = frequency.Count;
                    frequency.Add(0);
                }
                frequency[term]++;
            }
        }
        return [.. counts.Select(c => Vector(c, terms, frequency, texts.Count))];
    }

    private static (int Term, double Weight)[] Vector(IReadOnlyList<(string Stem, double Weight)> counts, Dictionary<string, int> terms, List<int> frequency, int texts)
    {
        (int Term, double Weight)[] vector = [.. counts.Select(c => (terms[c.Stem], c.Weight * Math.Log(1 + ((double)texts / frequency[terms[c.Stem]]))))];
        double length = Math.Sqrt(vector.Sum(v => v.Weight * v.Weight));
        for (int i = 0; i < vector.Length; i++)
            vector[i].Weight /= length;
        return vector;
    }

    // The story the text is most like, -1 where it is like none; of equals the first.
    private static int Nearest(IReadOnlyList<(int Term, double Weight)> vector, DateOnly? day, List<StoryCentre> stories, Dictionary<int, List<int>> places)
    {
        var scores = new Dictionary<int, double>();
        foreach ((int term, double weight) in vector)
        {
            if (!places.TryGetValue(term, out List<int>? list) || list.Count > MostPlaces)
                continue;
            foreach (int candidate in list)
                scores[candidate] = scores.GetValueOrDefault(candidate) + (weight * stories[candidate][term]);
        }
        int best = -1;
        double bestScore = Least;
        foreach ((int candidate, double dot) in scores.OrderBy(s => s.Key))
        {
            if (stories[candidate].Count == 0)
                continue;
            double days = stories[candidate].DaysFrom(day) / Days, score = dot / stories[candidate].Length * Math.Exp(-days * days / 2);
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }
        return best;
    }
}

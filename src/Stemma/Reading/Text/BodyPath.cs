namespace Stemma.Reading.Text;

/// <summary>Where a segment of a dumped page stands.</summary>
internal enum PagePlace : byte
{
    /// <summary>Before the article.</summary>
    Before,

    /// <summary>In the article.</summary>
    Body,

    /// <summary>Between two parts of the article.</summary>
    Between,

    /// <summary>After the article.</summary>
    After,

    /// <summary>In the article, which has the same paragraph before.</summary>
    Repeat,
}

/// <summary>
/// Finds the run of segments with the greatest weight, long stretches of junk inside passed over: the best path through
/// before, body, between and after (Viterbi), linear in the number of segments.
/// </summary>
internal static class BodyPath
{
    /// <summary>In words: what it costs to pass over a stretch inside the article; a part that gains less is not worth it.</summary>
    private const double Gap = 80;

    /// <summary>The place of each segment.</summary>
    public static PagePlace[] Find(IReadOnlyList<PageSegment> segments, double[] weights)
    {
        int count = segments.Count;
        var fromBody = new PagePlace[count];
        var fromBetween = new PagePlace[count];
        var fromAfter = new PagePlace[count];
        double body = double.NegativeInfinity, between = double.NegativeInfinity, after = double.NegativeInfinity;
        for (int i = 0; i < count; i++)
        {
            fromBody[i] = body > 0 ? between > body ? PagePlace.Between : PagePlace.Body : between > 0 ? PagePlace.Between : PagePlace.Before;
            fromBetween[i] = between > body - Gap ? PagePlace.Between : PagePlace.Body;
            fromAfter[i] = after > body ? PagePlace.After : PagePlace.Body;
            (body, between, after) = (
                Math.Max(0, Math.Max(body, between)) + weights[i],
                Math.Max(body - Gap, between) + SegmentScores.Passed(segments, i),
                Math.Max(body, after));
        }
        var places = new PagePlace[count];
        PagePlace place = body <= 0 && after <= 0 ? PagePlace.Before : after > body ? PagePlace.After : PagePlace.Body;
        for (int i = count - 1; i >= 0; i--)
        {
            places[i] = place;
            place = place switch
            {
                PagePlace.Body => fromBody[i],
                PagePlace.Between => fromBetween[i],
                PagePlace.After => fromAfter[i],
                _ => PagePlace.Before,
            };
        }
        return places;
    }
}

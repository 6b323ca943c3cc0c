namespace Stemma.Comparison.Collation;

/// <summary>
/// Which witnesses share which reading, place by place: the table of variant locations from which stemmatology groups
/// witnesses.
/// </summary>
/// <remarks>A run of words that changed together is one place, however long. Immutable, safe to share between threads.</remarks>
public sealed class VariationTable
{
    /// <summary>What <see cref="ReadingOf"/> gives for a witness that does not testify.</summary>
    public const int Absent = -1;

    private readonly int[] _readings;
    private readonly int _witnesses;

    private VariationTable(IReadOnlyList<ApparatusPlace> places, int witnesses, int[] readings)
    {
        Places = places;
        _witnesses = witnesses;
        _readings = readings;
    }

    /// <summary>The places of variation in text order.</summary>
    public IReadOnlyList<ApparatusPlace> Places { get; }

    /// <summary>The number of witnesses; each is named by its index in <see cref="Apparatus.Witnesses"/>.</summary>
    public int Witnesses => _witnesses;

    /// <summary>Reads the table off an apparatus.</summary>
    public static VariationTable Of(Apparatus apparatus)
    {
        ApparatusPlace[] places = [.. apparatus.Places.Where(p => p.IsVariant)];
        int witnesses = apparatus.Witnesses.Count;
        var readings = new int[places.Length * witnesses];
        Array.Fill(readings, Absent);
        for (int p = 0; p < places.Length; p++)
        {
            for (int r = 0; r < places[p].Readings.Count; r++)
            {
                foreach (ReadingWitness witness in places[p].Readings[r].Witnesses)
                    readings[p * witnesses + witness.Witness] = r;
            }
        }
        return new VariationTable(places, witnesses, readings);
    }

    /// <summary>The index of a witness's reading in <see cref="ApparatusPlace.Readings"/>, 0 for the base text's; <see cref="Absent"/> where it does not testify.</summary>
    public int ReadingOf(int place, int witness) => _readings[place * _witnesses + witness];

    /// <summary>Counts at how many places two witnesses go together. Linear in the places.</summary>
    public SharedReadings Compare(int a, int b)
    {
        int together = 0, agree = 0, shared = 0;
        for (int p = 0; p < Places.Count; p++)
        {
            int inA = ReadingOf(p, a), inB = ReadingOf(p, b);
            if (inA == Absent || inB == Absent)
                continue;
            together++;
            agree += inA == inB ? 1 : 0;
            shared += inA == inB && inA > 0 ? 1 : 0;
        }
        return new SharedReadings(together, agree, shared);
    }
}

/// <summary>How two witnesses go together at the places of variation.</summary>
/// <param name="Places">Where both testify.</param>
/// <param name="Agreements">Where they also have one reading.</param>
/// <param name="Departures">
/// Where they have one reading that is not the base text's. Agreement with the base text proves no kinship, as both may have
/// kept what was there; agreement in a departure from it does, where chance does not explain it.
/// </param>
public readonly record struct SharedReadings(int Places, int Agreements, int Departures)
{
    /// <summary>The share of the places where they differ, 0 to 1; 0 where they never testify together.</summary>
    public double Distance => Places == 0 ? 0 : (double)(Places - Agreements) / Places;
}

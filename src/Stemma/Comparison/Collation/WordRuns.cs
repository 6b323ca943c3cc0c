using System.Runtime.InteropServices;

namespace Stemma.Comparison.Collation;

/// <summary>The runs of three words in each text, as numbers: the same run has the same number in all texts.</summary>
internal sealed class WordRuns
{
    /// <summary>In words. Three are rare enough to stand once in a text and short enough to lie between two changes.</summary>
    public const int Length = 3;

    private readonly record struct Run(int A, int B, int C)
    {
        // The default hash differs from process to process; this one is the same everywhere and cheaper.
        public override int GetHashCode() => (int)((((uint)A * 0x9E3779B1u + (uint)B) * 0x85EBCA77u + (uint)C) * 0xC2B2AE3Du >> 1);
    }

    private WordRuns(int[][] runs, bool[][] once, int count)
    {
        Runs = runs;
        Once = once;
        Count = count;
    }

    /// <summary>For each text the run that starts at each word; two fewer than words.</summary>
    public int[][] Runs { get; }

    /// <summary>For each of them, whether it stands in its text once.</summary>
    public bool[][] Once { get; }

    /// <summary>The number of different runs.</summary>
    public int Count { get; }

    /// <summary>Numbers the runs of all texts. Linear in their length.</summary>
    public static WordRuns Of(IReadOnlyList<int[]> texts)
    {
        var numbers = new Dictionary<Run, int>();
        var runs = new int[texts.Count][];
        for (int t = 0; t < texts.Count; t++)
        {
            int[] forms = texts[t];
            runs[t] = new int[Math.Max(0, forms.Length - Length + 1)];
            for (int i = 0; i < runs[t].Length; i++)
            {
                ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, new Run(forms[i], forms[i + 1], forms[i + 2]), out bool known);
                if (!known)
                    number = numbers.Count - 1;
                runs[t][i] = number;
            }
        }
        var times = new int[numbers.Count];
        var once = new bool[texts.Count][];
        for (int t = 0; t < texts.Count; t++)
        {
            foreach (int run in runs[t])
                times[run]++;
            once[t] = new bool[runs[t].Length];
            for (int i = 0; i < runs[t].Length; i++)
                once[t][i] = times[runs[t][i]] == 1;
            foreach (int run in runs[t])
                times[run] = 0;
        }
        return new WordRuns(runs, once, numbers.Count);
    }
}

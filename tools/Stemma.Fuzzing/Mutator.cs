using System.Text;
using Stemma.Bench.Planting;

namespace Stemma.Fuzzing;

/// <summary>Makes broken inputs out of good ones: the same for the same seed, on every machine.</summary>
/// <param name="chance">Decides what is broken.</param>
/// <param name="samples">Good inputs, at least one.</param>
/// <param name="tokens">Pieces that the format gives a meaning to.</param>
internal sealed class Mutator(Chance chance, IReadOnlyList<byte[]> samples, IReadOnlyList<string> tokens)
{
    /// <summary>In bytes; longer inputs show what depends on length, and slow the search down.</summary>
    private const int Longest = 1 << 18;

    /// <summary>In breaks of one input.</summary>
    private const int MostBreaks = 12;

    /// <summary>In inputs that are broken further, so that faults which need several breaks are met.</summary>
    private const int Kept = 64;

    private static readonly string[] s_numbers = ["0", "-1", "1", "255", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807", "99999999999999999999", "1e999", "0x7fffffff"];

    private readonly List<byte[]> _kept = [];

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        List<byte> bytes = [.. _kept.Count > 0 && chance.Is(0.3) ? chance.Of(_kept) : chance.Of(samples)];
        for (int left = chance.Between(1, MostBreaks); left > 0; left--)
            Break(bytes);
        if (bytes.Count > Longest)
            bytes.RemoveRange(Longest, bytes.Count - Longest);
        byte[] input = [.. bytes];
        if (chance.Is(0.05))
            Keep(input);
        return input;
    }

    private void Keep(byte[] input)
    {
        if (_kept.Count < Kept)
            _kept.Add(input);
        else
            _kept[chance.Below(Kept)] = input;
    }

    private void Break(List<byte> bytes)
    {
        switch (chance.Below(9))
        {
            case 0 when bytes.Count > 0:
                bytes[chance.Below(bytes.Count)] ^= (byte)(1 << chance.Below(8));
                break;
            case 1 when bytes.Count > 0:
                bytes[chance.Below(bytes.Count)] = (byte)chance.Below(256);
                break;
            case 2 when bytes.Count > 0:
                (int start, int length) = Range(bytes);
                bytes.RemoveRange(start, length);
                break;
            case 3 when bytes.Count > 0:
                (start, length) = Range(bytes);
                bytes.InsertRange(chance.Below(bytes.Count), bytes.GetRange(start, length));
                break;
            case 4:
                Insert(bytes, Encoding.UTF8.GetBytes(chance.Of(tokens)));
                break;
            case 5:
                Repeat(bytes);
                break;
            case 6:
                byte[] other = chance.Of(samples);
                int from = chance.Below(other.Length + 1);
                Insert(bytes, other[from..Math.Min(other.Length, from + chance.Below(2000))]);
                break;
            case 7:
                ReplaceNumber(bytes);
                break;
            case 8 when bytes.Count > 0 && chance.Is(0.3):
                // Clipped, as downloads are.
                int end = chance.Below(bytes.Count);
                bytes.RemoveRange(end, bytes.Count - end);
                break;
            default:
                Insert(bytes, [.. Enumerable.Range(0, chance.Between(1, 8)).Select(_ => (byte)chance.Below(256))]);
                break;
        }
    }

    private void Insert(List<byte> bytes, byte[] piece) => bytes.InsertRange(chance.Below(bytes.Count + 1), piece);

    private void Repeat(List<byte> bytes)
    {
        byte[] piece = Encoding.UTF8.GetBytes(chance.Of(tokens));
        int times = 1 << chance.Below(13), at = chance.Below(bytes.Count + 1);
        var run = new List<byte>(Math.Min(Longest, piece.Length * times));
        for (int i = 0; i < times && run.Count + piece.Length <= Longest; i++)
            run.AddRange(piece);
        bytes.InsertRange(at, run);
    }

    private void ReplaceNumber(List<byte> bytes)
    {
        int at = bytes.Count == 0 ? -1 : bytes.FindIndex(chance.Below(bytes.Count), b => b is >= (byte)'0' and <= (byte)'9');
        if (at < 0)
            return;
        int end = at;
        while (end < bytes.Count && bytes[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        bytes.RemoveRange(at, end - at);
        bytes.InsertRange(at, Encoding.ASCII.GetBytes(chance.Of(s_numbers)));
    }

    private (int Start, int Length) Range(List<byte> bytes)
    {
        int start = chance.Below(bytes.Count);
        int most = bytes.Count - start;
        return (start, 1 + chance.Below(chance.Is(0.2) ? most : Math.Min(most, 64)));
    }
}

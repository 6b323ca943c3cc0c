using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Room for the words of some documents, in memory or put aside into a stream.</summary>
/// <param name="words">In words.</param>
internal sealed class WordChunk(int words)
{
    private const int BytesPerWord = 6;

    /// <summary>The words' hashes; empty when put aside.</summary>
    public uint[] Hashes { get; private set; } = GC.AllocateUninitializedArray<uint>(words);

    /// <summary>The gap before each word.</summary>
    public byte[] Gaps { get; private set; } = GC.AllocateUninitializedArray<byte>(words);

    /// <summary>The length of each word.</summary>
    public byte[] Lengths { get; private set; } = GC.AllocateUninitializedArray<byte>(words);

    /// <summary>In words.</summary>
    public int Used { get; set; }

    /// <summary>In words.</summary>
    public int Free => Hashes.Length - Used;

    /// <summary>Where in the stream the chunk starts: all hashes, all gaps, all lengths.</summary>
    public long Aside { get; private set; } = -1;

    /// <summary>True where the words are in the stream.</summary>
    public bool IsAside => Aside >= 0;

    /// <summary>Gives back what a long document did not use of its chunk.</summary>
    /// <returns>In bytes.</returns>
    public long Trim()
    {
        long unused = Free * (long)BytesPerWord;
        // A copy for a little room is dearer than the room.
        if (Free < Hashes.Length / 4)
            return 0;
        Hashes = Hashes.AsSpan(0, Used).ToArray();
        Gaps = Gaps.AsSpan(0, Used).ToArray();
        Lengths = Lengths.AsSpan(0, Used).ToArray();
        return unused;
    }

    /// <summary>Writes the words to the end of a stream and lets go of them.</summary>
    /// <returns>The memory let go of, in bytes.</returns>
    public long PutAside(Stream stream)
    {
        Aside = stream.Position = stream.Length;
        stream.Write(MemoryMarshal.AsBytes(Hashes.AsSpan(0, Used)));
        stream.Write(Gaps.AsSpan(0, Used));
        stream.Write(Lengths.AsSpan(0, Used));
        long held = Hashes.Length * (long)BytesPerWord;
        (Hashes, Gaps, Lengths) = ([], [], []);
        return held;
    }
}

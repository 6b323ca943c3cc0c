using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Splits UTF-8 text into words and hashes each as it is read: letters, digits and marks, case folded, everything else passed over.</summary>
/// <remarks>
/// Scripts that set no space between words (Han, Kana, Thai and their like) give a word for each character. Linear; holds
/// nothing between calls. The hash is a fixed function of the folded word: the same in every process and on every machine.
/// </remarks>
internal static class WordScanner
{
    /// <summary>In UTF-16 code units; a longer run of letters is no word of any language and counts as several.</summary>
    private const int LongestWord = 120;

    /// <summary>Set in the length of a word that stands inside quotation marks.</summary>
    public const byte Quoted = 0x80;

    /// <summary>A gap that does not fit a byte; its true width is in the overflow list.</summary>
    public const byte WideGap = 255;

    private const ulong Seed = 0x243F6A8885A308D3;

    // What a byte is: 0 no part of a word, 1 the start of a character outside ASCII, else the folded letter or digit.
    private const byte Outside = 1;
    private static readonly byte[] s_folded = Folded();

    /// <summary>The most words that so many bytes can hold.</summary>
    public static int MostWords(int bytes) => (bytes / 2) + 1;

    /// <summary>Scans one text.</summary>
    /// <param name="text">UTF-8; bytes that are none count as one UTF-16 unit each run, as decoding would give them.</param>
    /// <param name="hashes">Gets a hash for each word; at least <see cref="MostWords"/> long.</param>
    /// <param name="gaps">Gets the UTF-16 units between the word before and this one, <see cref="WideGap"/> where they are more.</param>
    /// <param name="lengths">Gets the word's length in UTF-16 units, with <see cref="Quoted"/> where it is quoted.</param>
    /// <param name="wide">Gets (word, gap) for each gap that fits no byte.</param>
    /// <returns>The number of words.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Scan(ReadOnlySpan<byte> text, Span<uint> hashes, Span<byte> gaps, Span<byte> lengths, List<(int Word, int Gap)> wide)
    {
        ref byte first = ref MemoryMarshal.GetReference(text);
        int count = 0, end = 0;
        // Bytes read so far minus UTF-16 units read so far.
        int surplus = 0;
        int i = 0;
        byte quoted = 0;
        while (i < text.Length)
        {
            int start, length;
            uint hash;
            if (BitConverter.IsLittleEndian && i <= text.Length - Vector128<byte>.Count && ShortWord(ref Unsafe.Add(ref first, i), out length, out hash))
            {
                start = i - surplus;
                i += length;
            }
            else
            {
                byte folded = s_folded[text[i]];
                if (folded == 0)
                {
                    // Straight marks open after white space and close after anything else: so a mark that is missing does no lasting harm.
                    byte mark = text[i];
                    if (mark == '"')
                        quoted = (i == 0 || text[i - 1] is (byte)' ' or (byte)'\n' or (byte)'(') ? Quoted : (byte)0;
                    else if (mark == '\n')
                        quoted = 0;
                    i++;
                    continue;
                }
                start = i - surplus;
                if (!AnyWord(text, ref i, ref surplus, out hash))
                {
                    quoted = MarkBefore(text, i, quoted);
                    continue;
                }
                length = i - surplus - start;
            }
            int gap = start - end;
            end = start + length;
            if (gap >= WideGap)
                wide.Add((count, gap));
            hashes[count] = hash;
            gaps[count] = (byte)Math.Min(gap, WideGap);
            lengths[count] = (byte)(length | quoted);
            count++;
        }
        return count;
    }

    // A word of up to 15 letters and digits of ASCII that starts here and is over where they are: most words by far, sixteen bytes at a look.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ShortWord(ref byte start, out int length, out uint hash)
    {
        Vector128<byte> bytes = Vector128.LoadUnsafe(ref start);
        Vector128<byte> folded = bytes | Vector128.Create((byte)0x20);
        Vector128<byte> inWord = Vector128.LessThanOrEqual(folded - Vector128.Create((byte)'a'), Vector128.Create((byte)25))
            | Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        length = BitOperations.TrailingZeroCount(~inWord.ExtractMostSignificantBits());
        hash = 0;
        if (length is 0 or >= 16 || Unsafe.Add(ref start, length) >= 0x80)
            return false;
        ulong low = folded.AsUInt64().ToScalar();
        ulong sum = length <= 8
            ? Take(Seed, low & (ulong.MaxValue >> (64 - (8 * length))))
            : Take(Take(Seed, low), folded.AsUInt64().GetElement(1) & (ulong.MaxValue >> (128 - (8 * length))));
        hash = Finish(sum);
        return true;
    }

    // Any word: the same hash as above for the same letters. False where no word starts here; what stands here is then passed over.
    private static bool AnyWord(ReadOnlySpan<byte> text, ref int i, ref int surplus, out uint hash)
    {
        int limit = Math.Min(text.Length, i + LongestWord);
        ulong sum = Seed, part = 0;
        int filled = 0;
        bool any = false;
        while (i < limit)
        {
            uint letter = s_folded[text[i]];
            bool alone = false;
            if (letter > Outside)
                i++;
            else if (letter == 0 || !TakeOutside(text, ref i, ref surplus, any, out letter, out alone))
                break;
            any = true;
            do
            {
                part |= (ulong)(letter & 0xFF) << (8 * filled++);
                letter >>= 8;
                if (filled == 8)
                    (sum, part, filled) = (Take(sum, part), 0, 0);
            }
            while (letter != 0);
            if (alone)
                break;
        }
        hash = Finish(filled > 0 ? Take(sum, part) : sum);
        return any;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Take(ulong sum, ulong part)
    {
        sum = (sum ^ part) * 0x9E3779B97F4A7C15UL;
        return sum ^ (sum >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(ulong sum) => (uint)((sum * 0xD6E8FEB86659FD93UL) >> 32);

    // Takes in one character outside ASCII; false where it ends the word (it is then passed over, unless it is a word of its own).
    private static bool TakeOutside(ReadOnlySpan<byte> text, ref int i, ref int surplus, bool inWord, out uint letter, out bool alone)
    {
        (letter, alone) = (0, false);
        OperationStatus status = Rune.DecodeFromUtf8(text[i..], out Rune rune, out int bytes);
        bool isLetter = status == OperationStatus.Done && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
        bool ideograph = isLetter && StandsAlone(rune.Value);
        if (ideograph && inWord)
            return false;
        i += bytes;
        surplus += bytes - rune.Utf16SequenceLength;
        if (!isLetter)
        {
            // Nothing was read of a word yet: the caller finds no hash and goes on after it. Else the word ends before it.
            if (!inWord)
                return false;
            i -= bytes;
            surplus -= bytes - rune.Utf16SequenceLength;
            return false;
        }
        letter = (uint)Rune.ToLowerInvariant(rune).Value;
        alone = ideograph;
        return true;
    }

    // Curly and angled marks, in UTF-8: “ „ « open, ” » close; the German “ closes what „ opened.
    private static byte MarkBefore(ReadOnlySpan<byte> text, int end, byte quoted)
    {
        ReadOnlySpan<byte> before = text[..end];
        return before.EndsWith("“"u8) ? (byte)(quoted ^ Quoted)
            : before.EndsWith("„"u8) || before.EndsWith("«"u8) ? Quoted
            : before.EndsWith("”"u8) || before.EndsWith("»"u8) ? (byte)0
            : quoted;
    }

    private static bool StandsAlone(int value) => value switch
    {
        >= 0x0E00 and <= 0x0EFF => true,   // Thai, Lao
        >= 0x1000 and <= 0x109F => true,   // Myanmar
        >= 0x1780 and <= 0x17FF => true,   // Khmer
        >= 0x3040 and <= 0x30FF => true,   // Hiragana, Katakana
        >= 0x3400 and <= 0x9FFF => true,   // Han
        >= 0xF900 and <= 0xFAFF => true,   // Han, compatibility
        >= 0x20000 and <= 0x3FFFF => true, // Han, supplementary planes
        _ => false,
    };

    private static byte[] Folded()
    {
        byte[] table = new byte[256];
        for (int c = 0; c < 256; c++)
            table[c] = c >= 0x80 ? Outside : char.IsAsciiLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c) : (byte)0;
        return table;
    }
}

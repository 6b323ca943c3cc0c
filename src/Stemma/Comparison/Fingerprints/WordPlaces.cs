using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Where the words of one document stand in its text, in UTF-16 code units; made for one walk from front to back.</summary>
internal ref struct WordPlaces
{
    private readonly ReadOnlySpan<byte> _gaps;
    private readonly ReadOnlySpan<byte> _lengths;
    private readonly ReadOnlySpan<(int Word, int Gap)> _wide;
    private int _word;
    private int _end;
    private int _nextWide;

    public WordPlaces(ReadOnlySpan<byte> gaps, ReadOnlySpan<byte> lengths, ReadOnlySpan<(int Word, int Gap)> wide)
    {
        _gaps = gaps;
        _lengths = lengths;
        _wide = wide;
        _word = -1;
    }

    /// <summary>The start of a word that is not before the one asked for last.</summary>
    public int StartOf(int word) => EndOf(word) - (_lengths[word] & ~WordScanner.Quoted);

    /// <summary>The end of a word that is not before the one asked for last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int EndOf(int word)
    {
        while (_word < word)
        {
            int gap = _gaps[++_word];
            if (gap == WordScanner.WideGap)
                gap = _wide[_nextWide++].Gap;
            _end += gap + (_lengths[_word] & ~WordScanner.Quoted);
        }
        return _end;
    }
}

using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Syntax;

/// <summary>
/// The weights of a parser, read where they lie in one block of bytes: a head of text lines that names source, licence and
/// command, then for moves and for relations the features with their rows of weights, and what is certain without. Immutable.
/// </summary>
/// <remarks>tools/Stemma.Training writes the block.</remarks>
internal sealed class ParserModel
{
    /// <summary>The bytes in a row of the moves' weights; the last is not used.</summary>
    public const int MoveRow = 4;

    /// <summary>The relations that are weighed; punctuation and root are known without.</summary>
    public const int RelationRow = 32;

    /// <summary>The first bytes of the binary part, after the blank line that ends the head.</summary>
    public const uint Magic = 0x31504453;

    private const int Sections = 6;

    private readonly byte[] _bytes;
    private readonly Range[] _sections;
    private readonly uint[] _moveFilters, _relationFilters;

    /// <summary>Reads a block.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no such block.</exception>
    public ParserModel(byte[] bytes)
    {
        _bytes = bytes;
        _sections = WeightFile.Sections(bytes, Magic, "a parser", Sections);
        _moveFilters = WeightBuckets.Filters(bytes.AsSpan(_sections[0]), MoveRow);
        _relationFilters = WeightBuckets.Filters(bytes.AsSpan(_sections[1]), RelationRow);
    }

    /// <summary>Reads the weights that ship with the engine.</summary>
    /// <param name="path">Below Languages.</param>
    /// <exception cref="InvalidOperationException">No such weights ship.</exception>
    public static ParserModel Load(string path) => new(WeightFile.Load(path));

    /// <summary>The weights of moves, a row of <see cref="MoveRow"/> signed bytes a feature.</summary>
    public WeightBuckets Moves => new(_bytes.AsSpan(_sections[0]), _moveFilters, MoveRow);

    /// <summary>The weights of relations, a row of <see cref="RelationRow"/> signed bytes a feature.</summary>
    public WeightBuckets Relations => new(_bytes.AsSpan(_sections[1]), _relationFilters, RelationRow);

    /// <summary>The situations in which one move is always right.</summary>
    public FingerprintTable CertainMoves => new(_bytes.AsSpan(_sections[2]));

    /// <summary>The move for each place of <see cref="CertainMoves"/>.</summary>
    public ReadOnlySpan<byte> SureMoves => _bytes.AsSpan(_sections[3]);

    /// <summary>The arcs whose relation is always the same.</summary>
    public FingerprintTable CertainRelations => new(_bytes.AsSpan(_sections[4]));

    /// <summary>The relation for each place of <see cref="CertainRelations"/>.</summary>
    public ReadOnlySpan<byte> SureRelations => _bytes.AsSpan(_sections[5]);
}

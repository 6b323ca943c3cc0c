using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Training.Names;

/// <summary>A stretch of a training text of which something is known.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kinds">What it can name; empty where that is not known.</param>
/// <param name="MayBeNone">True where it may as well be no name.</param>
internal sealed record MarkedName(TextSpan Span, NameKind[] Kinds, bool MayBeNone = false);

/// <summary>A document of a set.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Text">The running text.</param>
/// <param name="Names">Its names in text order, none overlapping another.</param>
/// <param name="Rest">What is known of all that is not marked.</param>
internal sealed record NameDocument(string Set, string Text, List<MarkedName> Names, Unmarked Rest);

/// <summary>What is known of a text that a set does not mark.</summary>
internal enum Unmarked
{
    /// <summary>No name is in it.</summary>
    NoName,

    /// <summary>No person, organisation or place is named in it.</summary>
    NoneButOthers,
}

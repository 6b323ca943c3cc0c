using Stemma.Reports;

namespace Stemma.Annotation.Tagging;

/// <summary>A word with its part of speech.</summary>
/// <param name="Span">Where it stands: a token, a part of one ("is" and "n't" of "isn't"), or several ("Mr" and ".").</param>
/// <param name="Token">The index of the first token in <see cref="AnnotatedReport.Tokens"/> that it is, or is a part of.</param>
/// <param name="Tag">Its part of speech.</param>
public readonly record struct TaggedWord(TextSpan Span, int Token, UniversalTag Tag);

using Stemma.Reports;

namespace Stemma.Annotation.Marks;

/// <summary>A run of text between quotation marks, whatever it is: speech, a title, a nickname.</summary>
/// <param name="Inside">The words inside the marks.</param>
/// <param name="Marked">The words with their marks.</param>
/// <param name="Paragraph">The index of its paragraph.</param>
/// <param name="Depth">0 for a stretch that lies in no other, 1 for one inside another …</param>
/// <param name="Closed">False where the closing mark is missing: the stretch ends with its paragraph.</param>
/// <param name="GoesOn">True where the next paragraph opens with a mark that goes on with the same speech.</param>
internal readonly record struct MarkedStretch(TextSpan Inside, TextSpan Marked, int Paragraph, int Depth, bool Closed, bool GoesOn);

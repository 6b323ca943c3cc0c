using Stemma.Annotation.Clauses;
using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>A report with all that one report alone tells: paragraphs, tokens, sentences, names, times, quotations.</summary>
/// <remarks>Every list is in text order. Nothing in it lies in a cut part of the report. Immutable.</remarks>
public sealed record AnnotatedReport
{
    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>The paragraphs of the article, headline and headings included, cut parts left out.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>The tokens of all paragraphs.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>The sentences of all paragraphs; each lies in one paragraph.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>The names, each place where one stands.</summary>
    public IReadOnlyList<NameMention> Names { get; init; } = [];

    /// <summary>The time expressions, not yet given a value.</summary>
    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>For each of the times the clause in which it stands, null where it is not known; empty where none is.</summary>
    public IReadOnlyList<TimeClause?> TimeClauses { get; init; } = [];

    /// <summary>The quotations.</summary>
    public IReadOnlyList<Quotation> Quotations { get; init; } = [];

    /// <summary>Whose words, thoughts and wishes the report gives, in marks or not.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>Words in marks that no sentence gives to anybody: titles, names, phrases of a document. None overlaps a quotation.</summary>
    public IReadOnlyList<Quotation> MarkedPhrases { get; init; } = [];

    /// <summary>The report's text.</summary>
    public string Text => Report.Text;
}

/// <summary>A paragraph of the article.</summary>
/// <param name="Span">Its text without surrounding white space, never empty.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Paragraph(TextSpan Span, ParagraphKind Kind);

/// <summary>What a paragraph is.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The headline of the report.</summary>
    Title,

    /// <summary>A heading inside the report.</summary>
    Heading,
}

/// <summary>A word, a number or a mark.</summary>
/// <param name="Span">Where it stands, never empty.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Token(TextSpan Span, TokenKind Kind);

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>Letters, with apostrophes, hyphens and digits inside: "isn't", "one-on-one", "U.S.", "4pm", "12-point".</summary>
    Word,

    /// <summary>Digits, with separators inside: "1,234.5", "8.26".</summary>
    Number,

    /// <summary>A punctuation mark.</summary>
    Punctuation,

    /// <summary>Anything else: currency signs, percent, emoji.</summary>
    Symbol,
}

/// <summary>A sentence.</summary>
/// <param name="Span">Its text without surrounding white space.</param>
/// <param name="Paragraph">The index of its paragraph in <see cref="AnnotatedReport.Paragraphs"/>.</param>
/// <param name="FirstToken">The index of its first token in <see cref="AnnotatedReport.Tokens"/>.</param>
/// <param name="TokenCount">How many tokens it has, 1 or more.</param>
public readonly record struct Sentence(TextSpan Span, int Paragraph, int FirstToken, int TokenCount);

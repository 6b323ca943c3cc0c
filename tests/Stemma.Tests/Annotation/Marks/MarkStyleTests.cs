using Stemma.Annotation;

namespace Stemma.Tests.Annotation.Marks;

/// <summary>The style of the marks decides nothing: what is read in one is read in all.</summary>
public class MarkStyleTests
{
    // ‹ and › stand for the outer marks, { and } for those inside them, ^ for an apostrophe.
    private const string Text = """
        ‹We won^t sell the millers^ wheel,› said Lene Torvald. ‹It^s ours.›
        Joren Falk called the wheel ‹a trap for the river^s eels› and the toll ‹unfair› in the board^s hall.
        The harbour board said: ‹The two towns^ ferries stop at nine. {Never again,} we were told. That^s all.›
        According to Lene Torvald, the plan was ‹too little and too late›.
        ‹Nobody,› Joren Falk said, ‹asked the fishers^ sons.›
        ‹The towns^ books are open,› said Mette Falk. ‹Come and see the towns^ books.

        ‹They^re yours.›
        """;

    private static readonly string[] s_expected =
    [
        "Lene Torvald: We won^t sell the millers^ wheel,",
        "Lene Torvald: It^s ours.",
        "Joren Falk: a trap for the river^s eels",
        "Joren Falk: unfair",
        "harbour board: The two towns^ ferries stop at nine. {Never again,} we were told. That^s all.",
        "Lene Torvald: too little and too late",
        "Joren Falk: Nobody,",
        "Joren Falk: asked the fishers^ sons.",
        "Mette Falk: The towns^ books are open,",
        "Mette Falk: Come and see the towns^ books.",
        "Mette Falk: They^re yours.",
    ];

    [Theory]
    [InlineData("“", "”", "‘", "’", "’")]
    [InlineData("‘", "’", "“", "”", "’")]
    [InlineData("\"", "\"", "'", "'", "'")]
    [InlineData("'", "'", "\"", "\"", "'")]
    [InlineData("„", "“", "‚", "‘", "’")]
    [InlineData("„", "”", "’", "’", "'")]
    [InlineData("«", "»", "‹", "›", "’")]
    [InlineData("»", "«", "›", "‹", "’")]
    [InlineData("‹", "›", "«", "»", "’")]
    [InlineData("``", "''", "`", "'", "'")]
    public void One_text_in_every_style_of_marks_holds_the_same_speech(string open, string close, string openInner, string closeInner, string apostrophe)
    {
        string Styled(string text) => text.Replace("^", apostrophe, StringComparison.Ordinal).Replace("‹", "\uE000", StringComparison.Ordinal).Replace("›", "\uE001", StringComparison.Ordinal)
            .Replace("{", openInner, StringComparison.Ordinal).Replace("}", closeInner, StringComparison.Ordinal)
            .Replace("\uE000", open, StringComparison.Ordinal).Replace("\uE001", close, StringComparison.Ordinal);

        Assert.Equal(s_expected.Select(Styled), Annotated.Quotations(Styled(Text)));
    }

    [Theory]
    [InlineData("Lene Torvald said, “ we are ready to go.”", "Lene Torvald: we are ready to go.")]
    [InlineData("Lene Torvald said, “ we are ready to go. ”", "Lene Torvald: we are ready to go.")]
    [InlineData("Lene Torvald said: \" We are ready to go. \"", "Lene Torvald: We are ready to go.")]
    [InlineData("“. . . And then we left,” Lene Torvald said.", "Lene Torvald: . . . And then we left,")]
    [InlineData("Joren Falk said “no.”“We are ready to go,” Lene Torvald said.", "Lene Torvald: We are ready to go,")]
    public void Careless_gaps_beside_marks_do_not_hide_the_speech(string text, string expected) =>
        Assert.Contains(expected, Annotated.Quotations(text));

    [Theory]
    [InlineData("The class of '68 and the '90s bands, Ana Lund said, danced to rock 'n' roll.")]
    [InlineData("The Smiths' house, the Joneses' dog and the workers' union belong to Ostrand.")]
    [InlineData("At 51° 30′ 26″ N the 12\" pipe and the 7\" one, 6'2\" long, were found.")]
    [InlineData("Let f'(x) and g''(x) be the slopes, and A' the shadow of A.")]
    public void Apostrophes_inches_and_primes_are_no_marks(string text) =>
        Assert.Empty(Annotated.Quotations(text));
}

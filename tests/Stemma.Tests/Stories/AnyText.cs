using FsCheck;
using FsCheck.Fluent;

namespace Stemma.Tests.Stories;

/// <summary>Random texts that look like news from afar: names, marks of every style, dates, numbers, broken characters.</summary>
internal static class AnyText
{
    private static readonly string[] s_pieces =
    [
        "“", "”", "‘", "’", "\"", "'", "„", "«", "»", "``", "''", "(", ")", "—", "–", " - ", ",", ".", "...", "!", "?", ";", ":",
        "\n", "\n\n", "\t", "\u00a0", "\u200b", "\0", "\ud83d", "\ude00", "😀", "e\u0301", "ﬁ", "İ", "ß", "İI",
        "Ada Moor", "Mr. Holt", "President Lena Voss", "U.S.", "a.m.", "Inc.", "McTavish", "O’Brien", "XI", "the ministry", "he", "She", "they",
        "said", "told reporters", "according to", "he added", "wrote", "declared", "was quoted as saying", "that", "because", "of the", "and", "not", "bridge", "ferries",
        "Monday", "last week", "in March 2023", "12/13/2024", "2024-02-30", "a year ago", "three-day", "39 times", "fortieth", "8,26%", "$1.5bn", "99999999999999999999",
        "HomeNews", "Leave a Comment", "Read also:", "By Jane Roe", "LONDON (Agency) —", "<p>", "</div>", "<script>", "&amp;", "https://example.org/x",
        "a", "B", "7", "µ", "中文。", "مرحبا", "שלום", "Ünï",
    ];

    /// <summary>Texts of up to 300 pieces, with or without spaces between them.</summary>
    public static Gen<string> Texts { get; } =
        from pieces in Gen.ListOf(Gen.Elements(s_pieces))
        from spaced in Gen.Elements(" ", " ", "")
        select string.Join(spaced, pieces);

    /// <summary>How properties are checked: the same cases on every run, so that a red run can be run again.</summary>
    public static Config Config(int cases) =>
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(cases).WithStartSize(1).WithEndSize(300).WithReplay(20240211, 7);
}

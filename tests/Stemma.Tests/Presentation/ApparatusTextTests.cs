using Stemma.Comparison.Collation;
using Stemma.Presentation;

namespace Stemma.Tests.Presentation;

public class ApparatusTextTests
{
    private static readonly CollationText[] s_ferry =
    [
        Text("aske-courier", "The ferry “Lene” ran aground off Aske on Tuesday night with 48 people on board, the harbour master said. Nobody was hurt. Two tugs pulled her free at dawn, and divers searched the hull for damage."),
        Text("coast-radio", "The ferry “Lene” ran aground off Aske late on Tuesday with 48 people on board, the harbour master said. Two tugs pulled her free at dawn, and divers searched the hull for damage. Nobody was hurt."),
        Text("daily-gull", "The ferry “Lene” ran aground off Aske on Tuesday night with 84 people on board, the harbor master said: nobody was hurt. Two tugs towed her free at dawn."),
        Text("evening-tide", "The ferry Lene ran aground off Aske on Tuesday night with 84 people on board, the harbour master told reporters. Nobody was hurt. Two tugs pulled her free at dawn, and divers searched the hull for damage."),
    ];

    private static CollationText Text(string id, string text) => new() { Id = id, Text = text, Language = "en" };

    [Fact]
    public void The_base_text_stands_above_who_reads_what() =>
        Approval.Approve("apparatus-ferry", ApparatusText.Write(Collator.Collate(s_ferry)));

    [Fact]
    public void Texts_that_agree_are_told_to() =>
        Assert.EndsWith("All witnesses agree: a, b\n", ApparatusText.Write(Collator.Collate([Text("a", "All quiet."), Text("b", "“All quiet”")])), StringComparison.Ordinal);

    [Fact]
    public void Any_text_can_be_written()
    {
        foreach (string odd in new[] { "", "\ud800", "((", "a\u0300 —b", new string('x', 3000), "one\ntwo\tthree" })
            Assert.NotNull(ApparatusText.Write(Collator.Collate([Text("a", odd), Text("b", "one two"), Text("c", odd + " " + odd)]), 20));
    }
}

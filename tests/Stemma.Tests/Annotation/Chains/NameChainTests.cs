using Stemma.Annotation;
using Stemma.Annotation.Chains;
using Stemma.Annotation.Names;

namespace Stemma.Tests.Annotation.Chains;

/// <summary>Which names of one report are one person or thing.</summary>
public class NameChainTests
{
    private static NameGroups Of(AnnotatedReport report) => NameGroups.Of(report.Text, report.Names);

    private static bool AreOne(string text, string a, string b)
    {
        AnnotatedReport report = Annotated.Report(text);
        NameGroups groups = Of(report);
        int Group(string name)
        {
            int mention = report.Names.ToList().FindIndex(n => n.Span.In(text) == name);
            Assert.True(mention >= 0, $"“{name}” is no name of: {string.Join(", ", report.Names.Select(n => n.Span.In(text)))}");
            return groups.GroupOf(mention);
        }
        return Group(a) == Group(b);
    }

    [Theory]
    [InlineData("Ana Lund spoke. Later Mrs Lund left.", "Ana Lund", "Lund")]
    [InlineData("Ana Lund spoke. Later Lund’s brother left.", "Ana Lund", "Lund")]
    [InlineData("Ana Maria Lund spoke. Later Ana Lund left.", "Ana Maria Lund", "Ana Lund")]
    [InlineData("Robert Holm Jr. spoke. Later Robert Holm left.", "Robert Holm Jr", "Robert Holm")]
    [InlineData("Robert T. Holm spoke. Later R. Holm left.", "Robert T. Holm", "R. Holm")]
    [InlineData("Robert Holm spoke. Later R. Holm left, and Robert was sad.", "R. Holm", "Robert")]
    public void Forms_of_a_person_are_one(string text, string a, string b) => Assert.True(AreOne(text, a, b));

    [Theory]
    [InlineData("Kari Lund and Karl Lund spoke. They met K. Lund later.", "Kari Lund", "K. Lund")]
    [InlineData("Ana Lund and Arne Lund spoke. Later Lund left.", "Ana Lund", "Lund")]
    [InlineData("Ana Maria Lund spoke. Later Ana Sofie Lund left.", "Ana Maria Lund", "Ana Sofie Lund")]
    [InlineData("Robert Lund spoke. Later Mrs Lund left.", "Robert Lund", "Lund")]
    [InlineData("Robert Holm Sr. spoke to Robert Holm Jr. at noon.", "Robert Holm Sr", "Robert Holm Jr")]
    public void Two_persons_are_two(string text, string a, string b) => Assert.False(AreOne(text, a, b));

    [Theory]
    [InlineData("The World Harbour Court (WHC) ruled. On Friday the WHC met again.", "World Harbour Court", "WHC")]
    [InlineData("The WHC (World Harbour Court) ruled.", "World Harbour Court", "WHC")]
    [InlineData("The World Harbour Court ruled. On Friday the WHC met again.", "World Harbour Court", "WHC")]
    [InlineData("They asked the Ministry of Ports. On Friday the Ports Ministry answered.", "Ministry of Ports", "Ports Ministry")]
    [InlineData("They sued Ostrand Bank Ltd. over the loan. Later Ostrand Bank paid.", "Ostrand Bank Ltd", "Ostrand Bank")]
    public void Forms_of_a_body_are_one(string text, string a, string b) => Assert.True(AreOne(text, a, b));

    [Theory]
    [InlineData("Petrenko", "Petrenka", true)]
    [InlineData("muhamad", "mohamed", true)]
    [InlineData("gadafi", "qadafi", false)]
    [InlineData("ivanov", "iwanow", true)]
    [InlineData("lund", "lind", false)]
    [InlineData("hansen", "hanson", false)]
    [InlineData("marina", "morana", false)]
    [InlineData("rosi", "rosa", false)]
    public void A_name_may_be_spelled_as_it_sounds(string a, string b, bool alike) =>
        Assert.Equal(alike, NameSound.Alike(NameKey.Of(a), NameKey.Of(b), surname: true));

    [Fact]
    public void First_names_keep_their_last_letter() => Assert.False(NameSound.Alike("alesandro", "alesandra", surname: false));
}

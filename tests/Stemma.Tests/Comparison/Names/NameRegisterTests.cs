using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Comparison.Names;
using Stemma.Reports;
using Stemma.Tests.Annotation;

namespace Stemma.Tests.Comparison.Names;

public class NameRegisterTests
{
    private static NameRegister Of(params string[] texts) => NameRegister.Of([.. texts.Select((t, i) => Annotated.Report(t, $"r{i}"))]);

    private static RegisteredName? Named(NameRegister register, string name) => register.Names.FirstOrDefault(n => n.Name == name);

    [Theory]
    [InlineData("Ukrainian minister Oleh Petrovsky spoke.", "They met Oleh Petrovskyy again.", "Oleh Petrovsky")]
    [InlineData("On Sunday Anna Müller spoke.", "They met Anna Muller again.", "Anna Muller")]
    [InlineData("They saw President Bo Dale.", "They saw President BO Dale again, then Bo Dale.", "Bo Dale")]
    public void Spellings_of_one_name_are_one_person(string first, string second, string name)
    {
        NameRegister register = Of(first, second);
        RegisteredName found = Assert.Single(register.Names, n => n.Kind == NameKind.Person);
        Assert.Equal(name, found.Name);
        Assert.Equal([0, 1], found.Mentions.Select(m => m.Report).Distinct());
    }

    [Theory]
    [InlineData("They met Oleh Petrenko.", "They met Oleh Petrenka.")]
    [InlineData("They met Mohammed Skarnal.", "They met Muhammad Skarnal.")]
    [InlineData("They met Robert Holm.", "They met Bob Holm.")]
    [InlineData("They met Ana Maria Lund.", "They met Ana Lund.")]
    [InlineData("They met Kari Lund.", "They met K. Lund.")]
    public void Forms_of_one_name_in_two_reports_are_one_person(string first, string second)
    {
        NameRegister register = Of(first, second);
        Assert.Single(register.Names, n => n.Kind == NameKind.Person);
    }

    [Theory]
    [InlineData("They met Ana Lund.", "They met Ane Lind.")]
    [InlineData("They met Paulo Holmsen.", "They met Paula Holmsen.")]
    [InlineData("They met Ola Hansen.", "They met Ola Hanson.")]
    [InlineData("They met Bob Holm.", "They met Robert Holm, and his cousin Bob Holm.")]
    [InlineData("They met Kari Lund and Karl Lund.", "They met K. Lund.")]
    public void Two_names_that_are_not_one_stay_two(string first, string second)
    {
        NameRegister register = Of(first, second);
        Assert.True(register.Names.Count(n => n.Kind == NameKind.Person) > 1);
    }

    [Fact]
    public void A_title_of_the_other_sex_joins_nobody()
    {
        NameRegister register = Of("They met Robert Lund.", "They met Mrs Lund.");
        Assert.Equal(2, register.Names.Count(n => n.Kind == NameKind.Person));
    }

    [Fact]
    public void A_surname_spelled_another_way_joins_the_one_who_has_it()
    {
        NameRegister register = Of("They met President Oleh Petrenko.", "On Friday Mr Petrenka left.");
        Assert.Single(register.Names, n => n.Kind == NameKind.Person);
    }

    [Fact]
    public void Names_do_not_depend_on_the_order_of_the_reports_whatever_they_are()
    {
        string[] names = ["Ana Lund", "Ana Maria Lund", "K. Lund", "Kari Lund", "Karl Lund", "Mrs Lund", "Mr Lund", "Lund", "Ana", "Oleh Petrenko", "Oleh Petrenka", "Petrenka", "Bob Holm", "Robert Holm", "R. Holm",
            "Robert Holm Jr", "the World Harbour Court (WHC)", "the WHC", "World Harbour Court", "Ministry of Ports", "Ports Ministry"];
        Gen<string> report = Gen.Elements(names).ListOf(4).Select(n => string.Join(" ", n.Select(m => $"On Friday they met {m}.")));
        Prop.ForAll(report.ListOf(4).ToArbitrary(), texts =>
        {
            string[] Names(IEnumerable<string> order) => [.. Of([.. order]).Names.Select(n => $"{n.Name}|{n.Kind}|{string.Join(',', n.Variants)}|{n.Mentions.Count}")];
            Assert.Equal(Names(texts), Names(Enumerable.Reverse(texts)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_surname_or_a_family_name_that_comes_first_joins_the_one_who_has_it()
    {
        NameRegister register = Of("Chinese premier Guo Peng met Bo Dale.", "There Guo said it was late. There Dale agreed.");
        Assert.Equal(["Guo", "Guo Peng"], Named(register, "Guo Peng")!.Variants);
        Assert.Equal(["Bo Dale", "Dale"], Named(register, "Bo Dale")!.Variants);
    }

    [Theory]
    [InlineData("The harbour board leader said the tide was “on our side”.", true)]
    [InlineData("The leader of the harbour board said the tide was “on our side”.", true)]
    [InlineData("The former harbour board leader said the tide was “on our side”.", false)]
    [InlineData("The airport board leader said the tide was “on our side”.", false)]
    [InlineData("The leader said the tide was “on our side”.", false)]
    public void An_office_told_in_one_report_names_the_speaker_of_another(string text, bool known)
    {
        AnnotatedReport[] reports = [Annotated.Report("Ana Lund, the leader of the Torvik Harbour Board, arrived on Monday.", "r0"), Annotated.Report(text, "r1")];
        NameRegister register = NameRegister.Of(reports);
        int? id = register.Of(1, Assert.Single(reports[1].Quotations).Speaker!);
        Assert.Equal(known ? "Ana Lund" : null, id is { } found ? register.Names[found].Name : null);
    }

    [Fact]
    public void Two_persons_with_one_surname_stay_two()
    {
        NameRegister register = Of("It was Ana Lund and Ola Lund who met. Later Lund spoke.", "They saw Lund leave.");
        Assert.NotNull(Named(register, "Ana Lund"));
        Assert.NotNull(Named(register, "Ola Lund"));
        Assert.DoesNotContain(register.Names, n => n.Variants.Contains("Ana Lund") && n.Variants.Contains("Ola Lund"));
    }

    [Fact]
    public void Two_names_of_a_city_and_a_court_with_its_acronym_are_one()
    {
        NameRegister register = Of("They flew to Kiev. The World Harbour Court (WHC) ruled.", "They flew to Kyiv. There the WHC ruled.");
        Assert.Single(register.Names, n => n.Variants.Contains("Kiev") && n.Variants.Contains("Kyiv"));
        Assert.Single(register.Names, n => n.Variants.Contains("WHC") && n.Variants.Contains("World Harbour Court"));
    }

    [Fact]
    public void An_office_that_another_report_explains_gives_the_speaker()
    {
        AnnotatedReport plain = Annotated.Report("Later Guo Peng left. The Chinese premier said: “We will come back soon.”", "a");
        AnnotatedReport telling = Annotated.Report("They met Chinese premier Guo Peng in May.", "b");
        NameRegister register = NameRegister.Of([plain, telling]);
        int? id = register.Of(0, plain.Quotations[0].Speaker!);
        Assert.Equal("Guo Peng", register.Names[id!.Value].Name);
    }

    [Fact]
    public void The_order_of_the_reports_changes_no_name()
    {
        string[] texts = ["US President Bo Dale met Kari Moen.", "There Dale and Moen spoke in Kiev.", "They saw KARI Moen in Kyiv, and J. Dale."];
        string[] Names(IEnumerable<string> order) => [.. Of([.. order]).Names.Select(n => $"{n.Name}|{n.Kind}|{string.Join(',', n.Variants)}")];
        Assert.Equal(Names(texts), Names(Enumerable.Reverse(texts)));
    }

    [Fact]
    public void A_span_around_a_name_finds_it()
    {
        const string Text = "On Friday US President Bo Dale spoke.";
        NameRegister register = Of(Text);
        int start = Text.IndexOf("US", StringComparison.Ordinal), end = Text.IndexOf(" spoke", StringComparison.Ordinal);
        Assert.Equal("Bo Dale", register.Names[register.At(0, new TextSpan(start, end))!.Value].Name);
    }
}

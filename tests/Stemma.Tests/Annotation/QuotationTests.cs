using Stemma.Annotation;

namespace Stemma.Tests.Annotation;

public class QuotationTests
{
    [Theory]
    [InlineData("“We will rebuild the bridge,” Ana Lund said.", "Ana Lund: We will rebuild the bridge,")]
    [InlineData("“We will rebuild the bridge,” said Ana Lund, mayor of Torvik.", "Ana Lund: We will rebuild the bridge,")]
    [InlineData("“We will rebuild the bridge,” Ana Lund, who runs the town, told reporters.", "Ana Lund: We will rebuild the bridge,")]
    [InlineData("According to Ana Lund, the bridge was “in a very bad state”.", "Ana Lund: in a very bad state")]
    [InlineData("Ana Lund described the bridge as “a danger”.", "Ana Lund: a danger")]
    [InlineData("\"We will rebuild,\" he was quoted by local papers as saying after Ana Lund and Bo Dale met.", "?: We will rebuild,")]
    [InlineData("The plan was described by the harbour ministry as “a danger to ships”.", "harbour ministry: a danger to ships")]
    [InlineData("The spokesman for the harbour board said it was “too early to tell”.", "spokesman for the harbour board: too early to tell")]
    public void The_speaker_is_found_by_the_cue(string text, string expected) =>
        Assert.Equal([expected], Annotated.Quotations(text));

    [Theory]
    [InlineData("Ana Lund spoke first. She called the plan “reckless and blind”.", "Ana Lund: reckless and blind")]
    [InlineData("Bo Dale said the town was ready. “We have the money,” he added.", "Bo Dale: We have the money,")]
    [InlineData("Local papers quoted him as saying “we are done” after Bo Dale left.", "?: we are done")]
    public void A_pronoun_takes_the_nearest_subject_before_it_or_none(string text, string expected) =>
        Assert.Equal([expected], Annotated.Quotations(text));

    [Theory]
    [InlineData("It called the plan “reckless and blind”.", "It")]
    [InlineData("Her lawyer called the plan “reckless and blind”.", "Her lawyer")]
    public void Words_that_could_mean_anybody_name_no_speaker_but_are_kept(string text, string words)
    {
        Quotation quotation = Assert.Single(Annotated.Report(text).Quotations);
        Assert.Null(quotation.Speaker);
        Assert.Equal(words, quotation.UnclearSpeaker!.Value.In(text));
    }

    [Fact]
    public void What_is_told_of_a_speaker_beside_the_name_belongs_to_the_words_that_tell_it()
    {
        const string Text = "“We will rebuild,” said Ana Lund, the mayor of Torvik, on Monday.";
        Speaker speaker = Assert.Single(Annotated.Report(Text).Quotations).Speaker!;
        Assert.Equal(("Ana Lund", "Ana Lund, the mayor of Torvik", "Ana Lund"), (speaker.Name, speaker.Span!.Value.In(Text), speaker.Mention!.Value.In(Text)));
    }

    [Fact]
    public void Agencies_that_quote_somebody_are_not_the_speaker()
    {
        const string Text = "Bo Dale met the harbour board on Monday.\n“We are good neighbours,” local agencies quoted him as saying.";
        Assert.Equal(["Bo Dale: We are good neighbours,"], Annotated.Quotations(Text));
    }

    [Fact]
    public void Speech_that_goes_on_keeps_its_speaker()
    {
        const string Text = "“We will rebuild,” said Ana Lund. “It will take two years.”\n\n“It is our only bridge.”";
        Assert.Equal(["Ana Lund: We will rebuild,", "Ana Lund: It will take two years.", "Ana Lund: It is our only bridge."], Annotated.Quotations(Text));
        Assert.Null(Annotated.Report(Text).Quotations[1].Speaker!.Span);
    }

    [Fact]
    public void Speech_over_paragraphs_opens_each_and_closes_the_last()
    {
        const string Text = "Ana Lund said: “We will rebuild the bridge.\n\n“It will take two years.”";
        Assert.Equal(["Ana Lund: We will rebuild the bridge.", "Ana Lund: It will take two years."], Annotated.Quotations(Text));
        Quotation first = Annotated.Report(Text).Quotations[0];
        Assert.Equal(first.Span.End, first.Marked.End);
    }

    [Theory]
    [InlineData("‘The two towns’ bridges are old,’ Ana Lund said.", "Ana Lund: The two towns’ bridges are old,")]
    [InlineData("Ana Lund praised a ‘no frills’ approach, and the workers’ plan.", "Ana Lund: no frills")]
    [InlineData("Ana Lund said ‘it isn’t the sailors’ fault’.", "Ana Lund: it isn’t the sailors’ fault")]
    [InlineData("'We told them 'tis late,' Bo Dale said.", "Bo Dale: We told them 'tis late,")]
    [InlineData("Ana Lund said „we are ready to go“.", "Ana Lund: we are ready to go")]
    [InlineData("Ana Lund said «we are ready to go».", "Ana Lund: we are ready to go")]
    [InlineData("Ana Lund said ``we are ready to go''.", "Ana Lund: we are ready to go")]
    [InlineData("“He told me ‘never again’ twice,” Ana Lund said.", "Ana Lund: He told me ‘never again’ twice,")]
    [InlineData("‘They will sign a deal ‘on the two towns’ ferries and bridges’, the harbour board said.", "harbour board: on the two towns’ ferries and bridges")]
    public void Every_style_of_marks_is_read(string text, string expected) =>
        Assert.Contains(expected, Annotated.Quotations(text));

    [Theory]
    [InlineData("The “no frills” airline flew on.")]
    [InlineData("The 1999 film “The Long Way Home” ran for weeks.")]
    [InlineData("Robert “Bob” Dale left early.")]
    [InlineData("It fell 5'10\" and rose again in the '90s.")]
    public void Nicknames_titles_and_ironic_words_are_no_quotations(string text) =>
        Assert.Empty(Annotated.Quotations(text));

    [Fact]
    public void An_office_is_resolved_to_the_person_whom_the_report_gives_it()
    {
        const string Text = "Norwegian Prime Minister Kari Moen met French President Luc Petit. The Norwegian leader said: “We agree on everything.”";
        Assert.Equal(["Kari Moen: We agree on everything."], Annotated.Quotations(Text));
    }

    [Theory]
    [InlineData("“It was a long night.” — Ana Lund", "Ana Lund: It was a long night.")]
    [InlineData("Said Ana Lund: “It was a long night.”", "Ana Lund: It was a long night.")]
    [InlineData("Ana Lund and Bo Dale praised the plan, calling it “a good start”.", "Ana Lund and Bo Dale: a good start")]
    [InlineData("Bo Dale met the mayors, with Ana Lund describing the plan as a “good start”.", "Ana Lund: good start")]
    [InlineData("While Norway called for “calm” talks, the island states have argued that the plan is weak.", "Norway: calm")]
    [InlineData("The two will hold a “private” dinner on Monday, harbour spokesman Bo Dale told reporters.", "Bo Dale: private")]
    [InlineData("Bo Dale has called for what he calls “honest” talks.", "Bo Dale: honest")]
    [InlineData("Ana Lund told Bo Dale that the town was “at its best”, while Dale promised to “come back soon”.", "Ana Lund: at its best")]
    [InlineData("Ana Lund told Bo Dale that the town was “at its best”, while Dale promised to “come back soon”.", "Bo Dale: come back soon")]
    [InlineData("Norway hopes for a deal, and its fisheries ministry said it would “do what it takes”.", "Norway’s fisheries ministry: do what it takes")]
    public void The_clause_that_the_words_stand_in_gives_the_speaker(string text, string expected) =>
        Assert.Contains(expected, Annotated.Quotations(text));

    [Theory]
    [InlineData("Ana Lund said that the bridge would open in May.", "Ana Lund", "the bridge would open in May")]
    [InlineData("The bridge will open in May, according to Ana Lund.", "Ana Lund", "The bridge will open in May")]
    [InlineData("According to the harbour board, the bridge will open in May.", "harbour board", "the bridge will open in May")]
    [InlineData("The bridge will open in May, Ana Lund said on Monday.", "Ana Lund", "The bridge will open in May")]
    public void A_clear_cue_gives_speech_without_marks(string text, string speaker, string words)
    {
        Quotation quotation = Assert.Single(Annotated.Report(text).Quotations);
        Assert.Equal((QuotationKind.Indirect, speaker, words), (quotation.Kind, quotation.Speaker!.Name, quotation.Span.In(text)));
    }

    [Theory]
    [InlineData("Ana Lund did not say that the bridge would open.")]
    [InlineData("Ana Lund could say that the bridge was late.")]
    [InlineData("A statement that was released on Monday changed little.")]
    public void What_nobody_said_is_no_speech(string text) => Assert.Empty(Annotated.Report(text).Quotations);

    [Fact]
    public void Every_quotation_says_why_and_stands_where_it_says()
    {
        const string Text = "Ana Lund hailed “a great day” for Torvik. “We are proud,” she said. “Very proud.”";
        AnnotatedReport report = Annotated.Report(Text);
        Assert.Equal(3, report.Quotations.Count);
        Assert.All(report.Quotations, q =>
        {
            Assert.NotEmpty(q.Reasons);
            Assert.True(q.Marked.Contains(q.Span));
            Assert.DoesNotContain('“', q.Span.In(Text));
        });
    }
}

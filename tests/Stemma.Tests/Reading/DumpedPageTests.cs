using Stemma.Reports;

namespace Stemma.Tests.Reading;

/// <summary>Whole web pages that were dumped to plain text, one block a line or blocks glued together.</summary>
public class DumpedPageTests
{
    private static readonly string[] s_menu =
    [
        "Skip to content", "Menu", "Home", "Harbour", "Ferries", "Fishing fleet", "Town hall", "Schools", "Weather desk", "Tide tables",
        "Letters", "Archive", "Subscribe", "Log in", "Search",
    ];

    private static readonly string[] s_article =
    [
        "The harbour of Lindmoor was closed on Tuesday after a crane fell into the water, the port authority said in the evening.",
        "Nobody was hurt, but two ships with grain have to wait until the weekend before the crane can be lifted out of the harbour.",
        "What is known so far",
        "The crane was checked only last month",
        "Both ships lie at the north quay of the harbour",
        "Divers will look at the crane on Wednesday morning, when the water in the harbour is low and the ships have been moved.",
        "“We have never seen a crane fall like this,” said the head of the port authority, who has worked in the harbour for thirty years.",
    ];

    private static readonly string[] s_tail =
    [
        "Share this article", "Related articles", "Library opens again after the flood", "School choir wins a prize in Brede", "New timetable for the island ferry",
        "Bakers of the town meet for the last time", "3 Comments", "Mara says", "I walked past it an hour before and saw nothing at all, and I think that my brother was there as well.",
        "Reply", "Tom says", "It is always the same with these things, nobody cares until it is too late and then they all want to have known.", "Reply",
        "Privacy policy", "Contact us", "© 2024 Lindmoor Courier. All rights reserved.",
    ];

    private static string Page(string between) => string.Join(between, [.. s_menu, "Crane falls into Lindmoor harbour", "By Ada Quill", "12 March 2024", .. s_article, .. s_tail]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    public void Of_a_dumped_page_the_article_is_kept_and_nothing_else(string between)
    {
        Report report = Readings.Of(Page(between));
        Assert.Equal("Crane falls into Lindmoor harbour", report.Title);
        Assert.Equal(string.Join('\n', s_article), report.Kept());
        Assert.Equal(["Ada Quill"], report.Byline);
        Assert.Equal(new DateOnly(2024, 3, 12), report.Published!.From);
    }

    [Fact]
    public void Every_cut_of_a_dumped_page_has_its_reason()
    {
        Report report = Readings.Of(Page("\n"));
        Assert.Equal("navigation", report.Cut("Fishing fleet"));
        Assert.Equal("byline", report.Cut("By Ada Quill"));
        Assert.Equal("date line", report.Cut("12 March 2024"));
        Assert.Equal("share bar", report.Cut("Share this article"));
        Assert.Equal("read also", report.Cut("School choir wins"));
        Assert.Equal("comments", report.Cut("It is always the same"));
        Assert.Equal("copyright", report.Cut("All rights reserved"));
    }

    [Fact]
    public void Glued_blocks_are_parted_where_one_ends_and_the_next_begins()
    {
        string page = string.Concat(s_menu) + "\nCrane falls into Lindmoor harbour\n" + string.Concat(s_article) + string.Concat(s_tail);
        Report report = Readings.Of(page);
        Assert.Equal("Crane falls into Lindmoor harbour", report.Title);
        Assert.Equal(string.Concat(s_article), report.Kept().ReplaceLineEndings(""));
    }

    [Fact]
    public void A_paragraph_wrapped_by_hand_is_one()
    {
        string[] wrapped =
        [
            "The ferry did not sail on Sunday because its captain had lost", "the key of the wheelhouse and nobody in the town had another",
            "one, so that forty people had to wait on the quay until the", "locksmith came from Brede with his tools.",
        ];
        Report report = Readings.Of(string.Join('\n', [.. s_menu, "Ferry stays in port", .. wrapped, .. s_tail]));
        Assert.Equal(string.Join('\n', wrapped), report.Kept());
    }

    [Fact]
    public void Names_with_a_capital_inside_do_not_part_a_line()
    {
        string paragraph = "Ada McKay sold the yard to HarbourWorks, which runs DockLine and QuayNet, and said that nothing would change for the people there.";
        Assert.Equal(paragraph, Readings.Of($"Yard is sold\n\n{paragraph}\n\n{s_article[1]}").Kept().Split('\n')[0]);
    }

    [Fact]
    public void A_box_of_links_inside_the_article_is_cut_and_the_article_goes_on()
    {
        string[] box = ["Read also", "Library opens again after the flood", "School choir wins a prize in Brede"];
        Report report = Readings.Of(string.Join('\n', [.. s_menu, "Crane falls into Lindmoor harbour", s_article[0], s_article[1], .. box, s_article[5], s_article[6], .. s_tail]));
        Assert.Equal(string.Join('\n', s_article[0], s_article[1], s_article[5], s_article[6]), report.Kept());
        Assert.Equal("read also", report.Cut("Library opens"));
    }

    [Theory]
    [InlineData("The crane an hour after its fall into the harbour. (Photo: Ada Quill)")]
    [InlineData("The crane an hour after its fall. Foto: Quill/Lindmoor Press")]
    [InlineData("The crane an hour after its fall into the harbour © Ada Quill")]
    public void A_caption_is_known_by_the_credit_at_its_end(string caption)
    {
        Report report = Readings.Of(string.Join('\n', [.. s_menu, "Crane falls into Lindmoor harbour", s_article[0], caption, s_article[1], s_article[5], .. s_tail]));
        Assert.Equal("caption", report.Cut(caption));
        Assert.Equal(string.Join('\n', s_article[0], s_article[1], s_article[5]), report.Kept());
    }

    [Fact]
    public void A_paragraph_that_the_page_has_twice_is_kept_once()
    {
        Report report = Readings.Of(string.Join('\n', [.. s_menu, "Crane falls into Lindmoor harbour", .. s_article, .. s_article, .. s_tail]));
        Assert.Equal("repeated paragraph", report.Cuts.Last(c => c.Span.In(report.Text).Contains("Nobody was hurt", StringComparison.Ordinal)).Why);
        Assert.Equal(1, report.Kept().Split('\n').Count(l => l == s_article[1]));
    }

    [Fact]
    public void A_headline_glued_to_its_breadcrumb_is_freed_of_it()
    {
        Report report = Readings.Of(string.Join('\n', [.. s_menu, "Home > Business > Crane falls into Lindmoor harbour", .. s_article, .. s_tail]));
        Assert.Equal("Crane falls into Lindmoor harbour", report.Title);
        Assert.Equal("breadcrumb", report.Cut("Home > Business"));
    }

    [Fact]
    public void Comments_go_even_where_they_are_longer_than_the_article()
    {
        string[] comments = [.. Enumerable.Range(1, 40).SelectMany(i => new[] { $"Reader {i} says", $"I was there at {i} and the crane stood in the harbour as it always has, so I cannot believe what the authority says today.", "Reply" })];
        Report report = Readings.Of(string.Join('\n', [.. s_menu, "Crane falls into Lindmoor harbour", .. s_article, s_article[0].Replace("Tuesday", "Monday", StringComparison.Ordinal), s_article[1].Replace("two", "three", StringComparison.Ordinal), "40 replies to “Crane falls into Lindmoor harbour”", .. comments]));
        Assert.DoesNotContain("I was there", report.Kept(), StringComparison.Ordinal);
        Assert.Contains(s_article[6], report.Kept(), StringComparison.Ordinal);
        Assert.Equal("comments", report.Cut("I was there at 30"));
    }

    public static TheoryData<string, string[], string[], string[]> Languages => new()
    {
        {
            "Kran stürzt in den Hafen von Lindmoor",
            ["Startseite", "Menü", "Suche", "Anmelden", "Hafen", "Fähren", "Fischerei", "Rathaus", "Schulen", "Wetter", "Gezeiten", "Leserbriefe", "Archiv"],
            [
                "Der Hafen von Lindmoor ist am Dienstag geschlossen worden, nachdem ein Kran ins Wasser gestürzt war, wie die Hafenbehörde am Abend mitteilte.",
                "Niemand wurde verletzt, aber zwei Schiffe mit Getreide müssen bis zum Wochenende warten, bevor der Kran aus dem Hafen gehoben werden kann.",
                "Taucher sollen sich den Kran am Mittwoch ansehen, wenn das Wasser im Hafen niedrig ist und die beiden Schiffe verlegt worden sind.",
            ],
            ["Teilen", "Lesen Sie auch", "Bücherei öffnet nach der Flut wieder", "Schulchor gewinnt Preis in Brede", "Kommentare", "Das ist doch immer dasselbe, keiner kümmert sich, bis es zu spät ist.", "Antworten", "Impressum", "Datenschutz"]
        },
        {
            "リンドムア港でクレーンが倒れる",
            ["ホーム", "検索", "ログイン", "港", "船", "漁業", "町役場", "学校", "天気", "潮汐", "手紙", "記録", "催し"],
            [
                "リンドムア港は火曜日、クレーンが海に倒れたため閉鎖されたと、港湾当局が夕方に発表した。けが人はいなかった。",
                "穀物を積んだ二隻の船は、クレーンが港から引き上げられる週末まで待たなければならないと、港湾当局は説明している。",
                "水曜日の朝、港の水位が下がり、船が移動した後、潜水士がクレーンの状態を調べる予定だと当局の担当者は話した。",
            ],
            ["シェア", "関連記事", "図書館が再開", "合唱団が受賞", "新しい時刻表", "利用規約", "プライバシーポリシー", "お問い合わせ"]
        },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Pages_of_other_languages_are_read_too(string title, string[] menu, string[] article, string[] tail)
    {
        Report report = Readings.Of(string.Join('\n', [.. menu, title, .. article, .. tail]));
        Assert.Equal(title, report.Title);
        Assert.Equal(string.Join('\n', article), report.Kept());
    }

    [Fact]
    public void A_million_glued_blocks_are_read_in_one_go()
    {
        string text = string.Join('\n', s_menu) + "\n" + string.Concat(Enumerable.Range(0, 120_000).Select(i => $"Word{i % 977}Next.")) + string.Join('\n', s_tail);
        Report report = Readings.Of(text);
        Assert.All(report.Cuts, c => Assert.InRange(c.Span.End, c.Span.Start + 1, report.Text.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_written_report_loses_no_line_in_whatever_order_its_paragraphs_headings_lists_and_quotes_stand(int seed)
    {
        string[] prose = [s_article[0], s_article[1], s_article[5], "The mayor will speak on Friday. She has asked for patience.", "Grain prices in the town did not change, the millers said; they have enough for three weeks and more is on the way."];
        string[] other = ["What happens now", "The cost", "First the water must fall", "– two cranes", "– four divers", "• the north quay", "“Nobody could see it coming.”", "“It stood there for years,” she said.", "Who pays?"];
        for (int round = 0; round < 400; round++)
        {
            var lines = new List<string> { "Crane falls into Lindmoor harbour" };
            int state = seed * 7919 + round;
            for (int i = 0; i < 24; i++)
            {
                state = (int)((state * 1103515245L + 12345) & 0x7fffffff);
                bool isProse = i is 0 or 23 || (state >> 8) % 2 == 0;
                lines.Add($"{(isProse ? prose[(state >> 12) % prose.Length] : other[(state >> 12) % other.Length])}");
            }
            string[] distinct = [.. lines.Skip(1).Select((l, i) => l.EndsWith('.') ? $"{l} That was hour {i}." : l)];
            Report report = Readings.Of(lines[0] + "\n\n" + string.Join("\n\n", distinct));
            // One of the short lines may be taken for the headline, which is no loss.
            string[] kept = [.. report.Kept().Split('\n'), report.Title ?? ""];
            Assert.All(lines.Take(1).Concat(distinct), line => Assert.Contains(line, kept));
        }
    }

    [Fact]
    public void Any_mutilated_page_gives_cuts_inside_the_text_and_the_same_ones_again()
    {
        string page = Page("\n") + string.Concat(s_menu);
        for (int round = 0; round < 300; round++)
        {
            int from = round * 37 % page.Length, to = from + round * 101 % (page.Length - from);
            string text = page[to..] + page[..from] + new string("\u200B\n.A“ x字"[round % 8], round % 60) + "\uD800" + page[from..to];
            Report report = Readings.Of(text);
            Assert.Equal(report.Cuts, Readings.Of(text).Cuts);
            Assert.All(report.Cuts, c => Assert.InRange(c.Span.End, c.Span.Start + 1, report.Text.Length));
        }
    }
}

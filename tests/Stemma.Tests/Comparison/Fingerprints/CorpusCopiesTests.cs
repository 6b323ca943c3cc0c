using Stemma.Comparison.Fingerprints;

namespace Stemma.Tests.Comparison.Fingerprints;

public class CorpusCopiesTests
{
    private const string Original = """
        The council of Marrow Quay voted on Tuesday to close the swing bridge for eleven weeks while its bearings are replaced.
        Lorries will be sent round by the old salt road, which the harbour master called narrow but sound. Boats taller than nine
        metres have to wait for the tide gate. The work costs four million crowns, half of it paid by the port, and begins after
        the herring fair. Shopkeepers on the north bank asked for a foot ferry and were promised one before the first frost.
        """;

    [Fact]
    public void A_copy_is_found_with_the_words_that_show_it()
    {
        string copy = "Breaking! " + Original.Replace("eleven weeks", "nearly three months", StringComparison.Ordinal).ReplaceLineEndings(" ").ToUpperInvariant();
        CorpusCopies copies = Find(("a", Original), ("b", copy), ("c", new PlantedCorpus(1).Text(90)));
        CopyPair pair = Assert.Single(copies.Pairs);
        Assert.Equal(["a", "b"], Assert.Single(copies.Clusters).Documents.Select(copies.IdOf));
        Assert.Equal(CopyKind.Edited, pair.Kind);
        var passages = new List<CopyPassage>();
        copies.PassagesOf(pair, passages);
        CopyPassage passage = Assert.Single(passages);
        Assert.Equal(Original.TrimEnd('.', '\n'), passage.A.In(Original));
        Assert.StartsWith("THE COUNCIL OF", passage.B.In(copy), StringComparison.Ordinal);
        Assert.EndsWith("FIRST FROST", passage.B.In(copy), StringComparison.Ordinal);
        Assert.Contains("of the words", copies.ReasonsOf(pair)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_of_copies_are_told_apart()
    {
        var planted = new PlantedCorpus(2);
        string text = planted.Text(200), other = planted.Text(150);
        var kinds = new Dictionary<string, CopyKind>
        {
            [text.ToUpperInvariant() + "!"] = CopyKind.Identical,
            [text + " And one more thing."] = CopyKind.Verbatim,
            [planted.Edited(text, .08)] = CopyKind.Edited,
            [planted.Edited(text, .35)] = CopyKind.HeavilyEdited,
            [text[..(text.Length / 2)]] = CopyKind.Contained,
            [other + " " + text[..(text.Length / 3)]] = CopyKind.Part,
        };
        foreach ((string copy, CopyKind kind) in kinds)
            Assert.Equal(kind, Assert.Single(Find(("a", text), ("b", copy)).Pairs).Kind);
    }

    [Fact]
    public void Light_and_heavy_edits_cuts_and_parts_are_found_and_strangers_are_not()
    {
        (List<KeyValuePair<string, string>> corpus, List<string> links, Func<string, string> familyOf) = Planted(families: 250);
        CorpusCopies copies = PlantedCorpus.Find(corpus);
        var pairs = PlantedCorpus.Pairs(copies).ToHashSet(StringComparer.Ordinal);
        Assert.True(links.Count(pairs.Contains) >= links.Count * .98, $"{links.Count(pairs.Contains)} of {links.Count} links");
        Assert.All(pairs, p => Assert.Equal(familyOf(p.Split(' ')[0]), familyOf(p.Split(' ')[1])));
    }

    [Fact]
    public void Neither_order_nor_threads_nor_room_for_words_change_the_findings()
    {
        List<KeyValuePair<string, string>> corpus = Planted(families: 60).Corpus;
        corpus.AddRange(Enumerable.Range(0, 50).Select(i => KeyValuePair.Create($"same{i}", corpus[3].Value)));
        string[] expected = [.. PlantedCorpus.Lines(PlantedCorpus.Find(corpus))];
        KeyValuePair<string, string>[] shuffled = [.. corpus];
        new Random(5).Shuffle(shuffled);
        Assert.Equal(expected, PlantedCorpus.Lines(PlantedCorpus.Find(shuffled, new CopyOptions { Threads = 4 })));
        using var aside = new MemoryStream();
        // A long document starts a new chunk, so that those before it are put aside.
        corpus.Add(KeyValuePair.Create("long", string.Concat(Enumerable.Repeat("zu ", 1 << 20))));
        Assert.Equal(expected, PlantedCorpus.Lines(PlantedCorpus.Find(corpus, new CopyOptions { Memory = 1 << 24, Spill = () => aside })));
        Assert.True(aside.Length > 0);
    }

    [Fact]
    public void A_corpus_that_outgrows_the_index_still_gives_up_its_copies()
    {
        (List<KeyValuePair<string, string>> corpus, List<string> links, _) = Planted(families: 100);
        CorpusCopies copies = PlantedCorpus.Find(corpus, new CopyOptions { MostPostings = 16_000 });
        Assert.True(copies.SampledOneIn >= 4);
        var pairs = PlantedCorpus.Pairs(copies).ToHashSet(StringComparer.Ordinal);
        Assert.True(links.Count(pairs.Contains) >= links.Count * .9, $"{links.Count(pairs.Contains)} of {links.Count} links");
    }

    [Fact]
    public void A_text_pasted_500_times_is_one_cluster_with_a_star_of_pairs()
    {
        CorpusCopies copies = Find([.. Enumerable.Range(100, 500).Select(i => ($"d{i}", Original))]);
        Assert.Equal(500, Assert.Single(copies.Clusters).Documents.Count);
        Assert.Equal(499, copies.Pairs.Count);
        Assert.All(copies.Pairs, p => Assert.Equal(("d100", CopyKind.Identical), (copies.IdOf(p.A), p.Kind)));
    }

    [Fact]
    public void Five_hundred_light_edits_of_one_text_are_one_cluster_with_few_pairs()
    {
        var planted = new PlantedCorpus(3);
        string text = planted.Text(150);
        CorpusCopies copies = Find([.. Enumerable.Range(100, 500).Select(i => ($"d{i}", planted.Edited(text, .05)))]);
        Assert.Equal(500, Assert.Single(copies.Clusters).Documents.Count);
        Assert.InRange(copies.Pairs.Count, 499, 500 * 20);
    }

    [Fact]
    public void Boilerplate_and_stock_sentences_do_not_join_documents()
    {
        var planted = new PlantedCorpus(4);
        string[] stock = [.. Enumerable.Range(0, 8).Select(_ => planted.Text(18))];
        string head = "Sign up for our evening letter and get the news of the three valleys in your box every day. ";
        string foot = " All rights reserved. No part of this page may be printed, sent on or shown elsewhere without leave of the Three Valleys Press and its owners. ";
        var random = new Random(6);
        CorpusCopies copies = Find([.. Enumerable.Range(0, 300).Select(i =>
            ($"d{i}", head + planted.Text(40) + " " + stock[random.Next(stock.Length)] + " " + planted.Text(30) + " " + stock[random.Next(stock.Length)] + foot))]);
        Assert.Empty(copies.Pairs);
    }

    [Fact]
    public void Where_all_documents_are_made_of_the_same_set_phrases_copies_are_found_and_strangers_are_not()
    {
        var planted = new PlantedCorpus(12);
        var random = new Random(12);
        string[] phrases = [.. Enumerable.Range(0, 60).Select(_ => planted.Text(6).TrimEnd('.'))];
        string[] things = [.. Enumerable.Range(0, 400).Select(_ => planted.Word())];
        List<(string Id, string Text)> corpus = [.. Enumerable.Range(0, 3000).Select(i => ($"d{i:0000}", Document()))];
        // The first half of a text of their own age, and as much that is new.
        string[] links = [.. Enumerable.Range(0, 200).Select(i => $"d{i:0000} e{i:0000}")];
        corpus.AddRange(Enumerable.Range(0, 200).Select(i => ($"e{i:0000}", corpus[i].Text[..(corpus[i].Text.Length / 2)] + " " + Document())));
        var pairs = PlantedCorpus.Pairs(Find([.. corpus])).ToHashSet(StringComparer.Ordinal);
        Assert.True(links.Count(pairs.Contains) >= 198, $"{links.Count(pairs.Contains)} of {links.Length} links");
        // Of 4.5 million pairs of strangers a few share half of their phrases, by chance and in one order.
        Assert.InRange(pairs.Except(links).Count(), 0, 2);

        string Document() => string.Join(' ', Enumerable.Range(0, 20).Select(_ => $"{phrases[random.Next(phrases.Length)]} {things[random.Next(things.Length)]}"));
    }

    [Theory]
    [InlineData("“", "”")]
    [InlineData("\"", "\"")]
    [InlineData("„", "“")]
    [InlineData("«", "»")]
    public void Two_reports_that_quote_one_speaker_are_told_but_make_no_cluster(string opens, string closes)
    {
        var planted = new PlantedCorpus(9);
        string quotation = $" {opens}We shall mend the bridge before the first frost, and whoever says otherwise has never held a rivet in his hand,{closes} ";
        CorpusCopies copies = Find(("a", planted.Text(90) + "." + quotation + planted.Text(60)), ("b", planted.Text(70) + "." + quotation + planted.Text(80)));
        Assert.Equal(CopyKind.Quotation, Assert.Single(copies.Pairs).Kind);
        Assert.Empty(copies.Clusters);
        Assert.Equal([-1, -1], copies.ClusterOf);
    }

    [Fact]
    public void A_copy_inside_boilerplate_is_found()
    {
        var planted = new PlantedCorpus(7);
        const string Foot = " All rights reserved. No part of this page may be printed, sent on or shown elsewhere without leave of the Three Valleys Press. ";
        List<(string, string)> corpus = [.. Enumerable.Range(0, 100).Select(i => ($"d{i}", planted.Text(60) + Foot))];
        corpus.Add(("d3 copy", planted.Edited(corpus[3].Item2, .1)));
        Assert.Equal(["d3 d3 copy"], PlantedCorpus.Pairs(Find([.. corpus])));
    }

    [Fact]
    public void Documents_of_a_few_words_are_left_alone_and_counted()
    {
        CorpusCopies copies = Find(("a", "Yes"), ("b", "Yes"), ("c", ""), ("d", "!?"), ("e", "Picture of the day"), ("f", "Picture of the day"));
        Assert.Empty(copies.Pairs);
        Assert.Equal(6, copies.TooShort);
    }

    [Fact]
    public void Words_that_repeat_without_end_neither_hang_nor_join_strangers()
    {
        string million = string.Concat(Enumerable.Repeat("spam ", 1_000_000));
        string period = string.Concat(Enumerable.Repeat("one two three four five six seven ", 50_000));
        string near = string.Concat(Enumerable.Range(0, 50_000).Select(i => i % 9 == 0 ? $"{i} " : "spam "));
        CorpusCopies copies = Find([("flood", million), ("flood again", million), ("period", period), ("near", near), ("real", Original)]);
        Assert.Contains("flood flood again", PlantedCorpus.Pairs(copies));
        Assert.DoesNotContain(copies.Pairs, p => copies.IdOf(p.A) == "real" || copies.IdOf(p.B) == "real");
    }

    [Fact]
    public void Copies_in_two_languages_do_not_meet()
    {
        const string German = "Der Rat von Marrow Quay beschloss am Dienstag, die Drehbrücke für elf Wochen zu schließen, während ihre Lager erneuert werden, und bat um Geduld.";
        const string Chinese = "市议会周二投票决定关闭旋转桥十一周以便更换轴承港务长表示旧盐路虽窄但坚固渔市之后开工";
        Assert.Equal(["de de2", "en en2", "zh zh2"], PlantedCorpus.Pairs(Find(
            ("de", German), ("de2", German + " Das war alles."), ("en", Original), ("en2", Original + " That was all."), ("zh", Chinese), ("zh2", "快讯：" + Chinese))));
    }

    private static CorpusCopies Find(params (string Id, string Text)[] texts) =>
        PlantedCorpus.Find(texts.Select(t => KeyValuePair.Create(t.Id, t.Text)));

    // Each family an original and a copy of every kind; "12.e" is of family 12.
    private static (List<KeyValuePair<string, string>> Corpus, List<string> Links, Func<string, string> FamilyOf) Planted(int families)
    {
        var planted = new PlantedCorpus(8);
        var corpus = new List<KeyValuePair<string, string>>();
        var links = new List<string>();
        for (int f = 0; f < families; f++)
        {
            string text = planted.Text(120);
            Add("a", text);
            Add("light", planted.Edited(text, .05));
            Add("many", planted.Edited(text, .15));
            Add("heavy", planted.Edited(text, .3));
            Add("head", text[..(text.Length / 3)]);
            Add("part", planted.Text(60) + " " + text[(text.Length / 4)..(text.Length / 2)] + " " + planted.Text(60));

            void Add(string kind, string copy)
            {
                corpus.Add(KeyValuePair.Create($"{f}.{kind}", copy));
                if (kind != "a")
                    links.Add($"{f}.a {f}.{kind}");
            }
        }
        return (corpus, links, id => id.Split('.')[0]);
    }
}

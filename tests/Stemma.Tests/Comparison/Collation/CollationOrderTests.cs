using System.Globalization;
using System.Text;
using Stemma.Comparison.Collation;
using static Stemma.Tests.Comparison.Collation.Collations;

namespace Stemma.Tests.Comparison.Collation;

/// <summary>What holds for any texts: the same apparatus in any order, and no input that hangs.</summary>
public class CollationOrderTests
{
    // Thirteen copies of copies of an invented text of some four hundred words, each with its own slips.
    private static CollationText[] Tradition(int seed)
    {
        var random = new Random(seed);
        string[] lexicon = [.. Enumerable.Range(0, 160).Select(i => Word(random, i))];
        var texts = new List<string[]> { Enumerable.Range(0, 400).Select(_ => lexicon[(int)(lexicon.Length * Math.Pow(random.NextDouble(), 2))]).ToArray() };
        while (texts.Count < 13)
            texts.Add(Copied(texts[random.Next(texts.Count)], random, lexicon));
        return [.. texts.Select((t, i) => Text(Name(i), string.Join(' ', t)))];
    }

    private static string Word(Random random, int i)
    {
        var word = new StringBuilder();
        for (int k = 0; k < 1 + i % 4; k++)
            word.Append("bdfgklmnprstv"[random.Next(13)]).Append("aeiou"[random.Next(5)]);
        return word.ToString();
    }

    private static string[] Copied(string[] text, Random random, string[] lexicon)
    {
        var copy = text.ToList();
        for (int slip = 0; slip < 14; slip++)
        {
            int at = random.Next(copy.Count - 40);
            switch (random.Next(5))
            {
                case 0: copy[at] = lexicon[random.Next(lexicon.Length)]; break;
                case 1: copy.RemoveAt(at); break;
                case 2: copy.Insert(at, lexicon[random.Next(lexicon.Length)]); break;
                case 3: copy[at] += "s"; break;
                default:
                    List<string> block = copy.GetRange(at, random.Next(1, 20));
                    copy.RemoveRange(at, block.Count);
                    copy.InsertRange(random.Next(copy.Count), block);
                    break;
            }
        }
        return [.. copy];
    }

    [Fact]
    public void A_hundred_orders_of_the_texts_give_one_apparatus()
    {
        CollationText[] texts = Tradition(1);
        string expected = Whole(Collator.Collate(texts));
        Assert.Contains("|", expected, StringComparison.Ordinal);
        var random = new Random(2);
        for (int i = 0; i < 100; i++)
        {
            random.Shuffle(texts);
            Assert.Equal(expected, Whole(Collator.Collate(texts)));
        }
    }

    [Fact]
    public void Other_names_for_the_texts_change_no_alignment()
    {
        CollationText[] texts = Tradition(3);
        CollationText[] renamed = [.. texts.Select((t, i) => t with { Id = FormattableString.Invariant($"x{99 - i}") })];
        Apparatus one = Collator.Collate(texts), other = Collator.Collate(renamed);
        Assert.Equal(one.Columns, other.Columns);
        for (int w = 0; w < texts.Length; w++)
            Assert.Equal(Row(one, w), Row(other, texts.Length - 1 - w));
    }

    [Fact]
    public void Every_column_lies_in_one_place_and_every_witness_is_told_there_once()
    {
        for (int seed = 10; seed < 20; seed++)
        {
            Apparatus apparatus = Collator.Collate(Tradition(seed));
            int column = 0;
            foreach (ApparatusPlace place in apparatus.Places)
            {
                Assert.Equal(column, place.Column);
                Assert.True(place.ColumnEnd > column);
                column = place.ColumnEnd;
                Assert.Equal(Enumerable.Range(0, apparatus.Witnesses.Count), place.Readings.SelectMany(r => r.Witnesses.Select(w => w.Witness)).Concat(place.Absent).Order());
                foreach (ApparatusReading reading in place.Readings)
                {
                    Assert.All(reading.Witnesses, w => Assert.Equal(reading.Form, w.Span.In(apparatus.TextOf(w.Witness)).ToLower(CultureInfo.InvariantCulture)));
                    Assert.All(reading.Witnesses, w => Assert.Equal(apparatus.WordsAt(place.Column, place.ColumnEnd, w.Witness)?.In(apparatus.TextOf(w.Witness)) ?? "", w.Span.In(apparatus.TextOf(w.Witness))));
                }
            }
            Assert.Equal(apparatus.Columns, column);
        }
    }

    [Theory]
    [InlineData("word ", 60_000)]
    [InlineData("one two three four five six. ", 6_000)]
    [InlineData("a\ud800b ", 20_000)]
    [InlineData("((((", 200_000)]
    [InlineData("言", 50_000)]
    [InlineData("x", 1_000_000)]
    public void Hostile_text_is_collated_without_harm(string piece, int times)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times));
        const string Other = "The crane fell into the basin of the old harbour on Friday";
        Apparatus apparatus = Of(text, text[..(text.Length / 2)] + Other + text[(text.Length / 2 + 7)..], Other, text + text[..(text.Length / 3)]);
        Assert.Equal(4, apparatus.Witnesses.Count);
        Assert.Equal(Other, Row(apparatus, 2).Replace("– ", "", StringComparison.Ordinal).Replace("–", "", StringComparison.Ordinal).Trim());
    }
}

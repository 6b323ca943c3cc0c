using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Comparison.Fingerprints;
using Stemma.Tests.Stories;

namespace Stemma.Tests.Comparison.Fingerprints;

public class WordScannerTests
{
    [Theory]
    [InlineData("The old lock-keeper’s “barge”, 1987!", "The old lock keeper s barge 1987")]
    [InlineData("🚢 Große Fähre über den Øresund", "Große Fähre über den Øresund")]
    [InlineData("渡船 abc停航", "渡 船 abc 停 航")]
    [InlineData("e\u0301te\u0301 … ", "e\u0301te\u0301")]
    [InlineData(" \n\t—", "")]
    public void Words_are_found_where_they_stand_in_utf16(string text, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), Words(text).Select(w => w.Word));

    [Fact]
    public void Capitals_do_not_count_and_letters_do()
    {
        Assert.Equal(Words("FÄHRE Nine").Select(w => w.Hash), Words("fähre nine").Select(w => w.Hash));
        Assert.NotEqual(Words("fähre")[0].Hash, Words("fahre")[0].Hash);
    }

    [Theory]
    [InlineData("quay")]
    [InlineData("Lockkeep")]
    [InlineData("Lockkeeper")]
    [InlineData("harbourmasters7")]
    [InlineData("harbourmasterships")]
    public void A_word_is_the_same_wherever_it_stands(string word)
    {
        uint hash = Words(word)[0].Hash;
        Assert.Equal(hash, Words("The " + word + " of an old town by the sea, and so on")[1].Hash);
        Assert.Equal(hash, Words("“" + word.ToUpperInvariant() + "” of an old town by the sea")[0].Hash);
        Assert.Equal(hash, Words("渡" + word + "—and so on and so on and on")[1].Hash);
        Assert.NotEqual(hash, Words(word + "s of an old town by the sea")[0].Hash);
    }

    [Fact]
    public void A_word_after_a_very_wide_gap_stands_where_it_stands()
    {
        string text = "one" + new string(' ', 70_000) + "two" + new string('.', 255) + "three";
        Assert.Equal(["one", "two", "three"], Words(text).Select(w => w.Word));
    }

    [Fact]
    public void Letters_without_an_end_are_cut_into_words() =>
        Assert.All(Words(new string('x', 100_000)), w => Assert.InRange(w.Word.Length, 1, 200));

    [Fact]
    public void Any_text_gives_words_in_order_that_hold_letters_or_digits() =>
        Prop.ForAll(AnyText.Texts.ToArbitrary(), text =>
        {
            // Half of a surrogate pair cannot be written as UTF-8; what stands for it is as wide.
            string wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var words = Words(wellFormed);
            return words.All(w => w.Word.Any(char.IsLetterOrDigit) || w.Word.EnumerateRunes().Any(r => Rune.IsLetterOrDigit(r) || Rune.GetUnicodeCategory(r) == System.Globalization.UnicodeCategory.NonSpacingMark))
                && words.All(w => !w.Word.Any(char.IsWhiteSpace))
                && words.Zip(words.Skip(1)).All(p => p.First.Start + p.First.Word.Length <= p.Second.Start)
                && words.Sum(w => w.Word.Count(char.IsLetterOrDigit)) == wellFormed.Count(char.IsLetterOrDigit);
        }).Check(AnyText.Config(300));

    [Fact]
    public void Bytes_that_are_no_utf8_are_passed_over()
    {
        byte[] text = [(byte)'a', (byte)'b', 0xFF, 0xC3, (byte)' ', (byte)'c', 0xE2, 0x82];
        var store = new WordStore(long.MaxValue, null);
        Assert.Equal(2, store.Add(text).Length);
    }

    private static List<(string Word, int Start, uint Hash)> Words(string text)
    {
        var store = new WordStore(long.MaxValue, null);
        uint[] hashes = store.Add(Encoding.UTF8.GetBytes(text)).ToArray();
        WordPlaces places = store.PlacesOf(0);
        var words = new List<(string, int, uint)>();
        for (int i = 0; i < hashes.Length; i++)
        {
            int start = places.StartOf(i);
            words.Add((text[start..places.EndOf(i)], start, hashes[i]));
        }
        return words;
    }
}

using FsCheck;
using FsCheck.Fluent;
using Stemma.Comparison.Passages;

namespace Stemma.Tests.Comparison.Passages;

public class RecentWordsTests
{
    [Fact]
    public void A_word_that_is_held_is_given_for_no_other_letters()
    {
        // Few letters, so that many words are alike at both ends.
        Gen<string> words = Gen.Choose(0, 20).SelectMany(n => Gen.Elements('a', 'b', '’').ArrayOf(n)).Select(letters => new string(letters));
        Prop.ForAll(words.ListOf(400).ToArbitrary(), list =>
        {
            var recent = new RecentWords();
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            return list.All(word =>
            {
                bool right = !recent.TryGet(word, out FoldedWord known) || (numbers.TryGetValue(word, out int number) && number == known.Word);
                numbers.TryAdd(word, numbers.Count);
                recent.Set(word, new FoldedWord(word, numbers[word], 0, 0, false));
                bool isHeld = recent.TryGet(word, out known) && known.Word == numbers[word];
                return right && isHeld == word.Length is >= 1 and <= 16;
            });
        }).QuickCheckThrowOnFailure();
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Xunit;

namespace Stemma.Tests.Annotation.Syntax;

public sealed class MoveScoresTests
{
    // Whoever puts a feature into a group that does not allow all it looks at gets trees that depend on what was weighed before.
    [Fact]
    public void What_is_kept_from_earlier_moves_weighs_as_much_as_all_features_weighed_anew()
    {
        ParserModel model = ParserModel.Load("En/parser.bin");
        string[] letters = ["the", "board", "said", "“", "that", "ferries", ",", "which", "Ana", "Falk", "sold", "to", "old", "”", "were", "late", "."];
        UniversalTag[] tags = [UniversalTag.Det, UniversalTag.Noun, UniversalTag.Verb, UniversalTag.Punct, UniversalTag.Sconj, UniversalTag.Noun, UniversalTag.Punct, UniversalTag.Pron, UniversalTag.Propn, UniversalTag.Propn, UniversalTag.Verb, UniversalTag.Adp, UniversalTag.Adj, UniversalTag.Punct, UniversalTag.Aux, UniversalTag.Adj, UniversalTag.Punct];
        Relation[] labels = [Relation.Subject, Relation.Object, Relation.Determiner, Relation.Punctuation];
        var chance = new Random(7);
        int compared = 0;
        for (int sentence = 0; sentence < 60; sentence++)
        {
            int count = chance.Next(1, 25);
            var given = new SyntaxWord[count];
            for (int i = 0; i < count; i++)
            {
                int word = chance.Next(letters.Length);
                given[i] = SyntaxWord.Of(letters[word], PartOfSpeechTagger.English, tags[word]);
            }
            var words = new SyntaxWord[count + 2];
            var marks = new int[count + 2];
            DependencyParser.Prepare(given, words, marks);
            var state = new ParserState(count, new int[ParserState.SizeOf(count)]);
            int kept = (count + 2) * MoveScores.PerWord;
            var scores = new MoveScores(model.Moves, words, marks, new Vector128<short>[kept], new int[kept]);
            var ids = new uint[MoveFeatures.Count];
            while (!state.Done)
            {
                // Some states are not weighed, as where a move is certain.
                if (state.Depth > 0 && chance.Next(4) > 0)
                {
                    MoveFeatures.Of(words, marks, state, ids);
                    Vector128<short> all = default;
                    foreach (uint id in ids)
                        all += Vector128.WidenLower(Vector128.CreateScalar(Unsafe.ReadUnaligned<int>(ref model.Moves.Row(id))).AsSByte());
                    Assert.Equal(all, scores.Of(state, new uint[MoveFeatures.Count]));
                    compared++;
                }
                var move = (Move)chance.Next(3);
                if (!state.Can(move))
                    move = state.Can(Move.Shift) ? Move.Shift : Move.Left;
                if (move == Move.Shift)
                    state.Shift();
                else
                    state.Reduce(move, labels[chance.Next(labels.Length)]);
            }
        }
        Assert.True(compared > 300);
    }
}

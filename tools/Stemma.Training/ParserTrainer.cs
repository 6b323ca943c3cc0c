using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>A sentence to learn from: the words as a tagger sees them, their true heads and relations.</summary>
/// <param name="Words">The words, then root and no word.</param>
/// <param name="Passed">For each word what stands before it, see <see cref="WordsPassed"/>.</param>
/// <param name="Heads">The true head of each word; the number of words for the root.</param>
/// <param name="Relations">The true relations.</param>
internal sealed record ParserLesson(SyntaxWord[] Words, int[] Passed, int[] Heads, Relation[] Relations);

/// <summary>
/// Learns the weights of a parser: averaged perceptrons with a margin for moves and for relations. The parser goes on from its
/// own moves, right or wrong; what is best from there a dynamic oracle tells (Goldberg and Nivre 2013, section 4.2).
/// </summary>
internal sealed class ParserTrainer
{
    /// <summary>In occurrences: what was seen less often is never certain.</summary>
    private const int OftenSeen = 15;

    /// <summary>The share of its occurrences from which on a move, or relation, is certain.</summary>
    private const double CertainShare = 0.995;

    private readonly IReadOnlyList<ParserLesson> _lessons;

    /// <summary>Finds what is certain in the lessons.</summary>
    public ParserTrainer(IReadOnlyList<ParserLesson> lessons)
    {
        _lessons = lessons;
        var moves = new Dictionary<uint, int[]>();
        var relations = new Dictionary<uint, int[]>();
        foreach (ParserLesson lesson in lessons)
            Walk(lesson, moves, relations);
        (CertainMoves, CertainRelations) = (Certain(moves), Certain(relations));
    }

    /// <summary>The situations in which one move is right, by <see cref="MoveFeatures.Key"/>.</summary>
    public Dictionary<uint, byte> CertainMoves { get; }

    /// <summary>The arcs that have one relation, by <see cref="RelationFeatures.Key"/>.</summary>
    public Dictionary<uint, byte> CertainRelations { get; }

    /// <summary>In units of one update: how far the right move, or relation, must lead before the weights stay.</summary>
    private const float MoveMargin = 40, RelationMargin = 40;

    private const int Moves = 3;

    /// <summary>Learns; the same seed gives the same weights.</summary>
    /// <param name="epochs">How often all sentences are gone through.</param>
    /// <param name="seed">Of the order of the sentences.</param>
    /// <param name="allowed">The features that may have weights, of moves and of relations; null for all.</param>
    public (Dictionary<uint, float[]> Moves, Dictionary<uint, float[]> Relations) Learn(int epochs, ulong seed, (HashSet<uint> Moves, HashSet<uint> Relations)? allowed = null)
    {
        var moves = new WeightStore(ParserModel.MoveRow);
        var relations = new WeightStore(ParserModel.RelationRow);
        int[] order = [.. Enumerable.Range(0, _lessons.Count)];
        for (int e = 0; e < epochs; e++)
        {
            PerceptronTrainer.Shuffle(order, ref seed);
            int wrong = 0;
            foreach (int lesson in order)
                wrong += Learn(_lessons[lesson], moves, relations, allowed?.Moves, allowed?.Relations);
            Console.Error.WriteLine($"epoch {e + 1}: {wrong} wrong moves, {moves.Count} and {relations.Count} features");
        }
        return (moves.Sums(), relations.Sums());
    }

    // Goes the right way through the sentence and counts.
    private static void Walk(ParserLesson lesson, Dictionary<uint, int[]> moves, Dictionary<uint, int[]> relations)
    {
        int count = lesson.Heads.Length;
        var state = new ParserState(count, new int[ParserState.SizeOf(count)]);
        Span<int> costs = stackalloc int[Moves];
        while (!state.Done)
        {
            Move move = Move.Shift;
            if (state.Depth > 0)
            {
                Costs(lesson, state, costs);
                int least = int.MaxValue;
                foreach (Move m in new[] { Move.Left, Move.Right, Move.Shift })
                {
                    if (state.Can(m) && costs[(int)m] < least)
                        (move, least) = (m, costs[(int)m]);
                }
                Count(moves, MoveFeatures.Key(lesson.Words, state), (int)move, Moves);
            }
            if (move == Move.Shift)
            {
                state.Shift();
                continue;
            }
            (int dependent, int head) = state.Arc(move);
            Relation relation = lesson.Relations[dependent];
            if (lesson.Heads[dependent] == head && (int)relation < ParserModel.RelationRow && DependencyParser.Known(lesson.Words, state, dependent, head) is null)
                Count(relations, RelationFeatures.Key(lesson.Words, state, dependent, head), (int)relation, ParserModel.RelationRow);
            state.Reduce(move, DependencyParser.Known(lesson.Words, state, dependent, head) ?? relation);
        }
    }

    private static void Count(Dictionary<uint, int[]> counts, uint key, int value, int values)
    {
        if (!counts.TryGetValue(key, out int[]? row))
            counts[key] = row = new int[values];
        row[value]++;
    }

    private static Dictionary<uint, byte> Certain(Dictionary<uint, int[]> counts)
    {
        var certain = new Dictionary<uint, byte>();
        foreach ((uint key, int[] row) in counts)
        {
            int total = row.Sum(), most = row.Max();
            if (total >= OftenSeen && most >= CertainShare * total)
                certain[key] = (byte)Array.IndexOf(row, most);
        }
        return certain;
    }

    private int Learn(ParserLesson lesson, WeightStore moves, WeightStore relations, HashSet<uint>? moveFeatures, HashSet<uint>? relationFeatures)
    {
        int count = lesson.Heads.Length, wrong = 0;
        var state = new ParserState(count, new int[ParserState.SizeOf(count)]);
        Span<uint> ids = stackalloc uint[MoveFeatures.Count];
        Span<float> scores = stackalloc float[ParserModel.MoveRow];
        Span<int> costs = stackalloc int[Moves];
        while (!state.Done)
        {
            Move move = Move.Shift;
            if (state.Depth > 0 && CertainMoves.TryGetValue(MoveFeatures.Key(lesson.Words, state), out byte sure) && state.Can((Move)sure))
            {
                move = (Move)sure;
            }
            else if (state.Depth > 0)
            {
                moves.Now++;
                MoveFeatures.Of(lesson.Words, lesson.Passed, state, ids);
                scores.Clear();
                foreach (uint id in ids)
                    moves.AddTo(id, scores);
                Costs(lesson, state, costs);
                int least = int.MaxValue, right = -1, rival = -1;
                for (int m = 0; m < Moves; m++)
                {
                    if (state.Can((Move)m))
                        least = Math.Min(least, costs[m]);
                }
                for (int m = 0; m < Moves; m++)
                {
                    if (!state.Can((Move)m))
                        continue;
                    if (costs[m] == least)
                        right = right < 0 || scores[m] > scores[right] ? m : right;
                    else
                        rival = rival < 0 || scores[m] > scores[rival] ? m : rival;
                }
                if (rival >= 0 && scores[right] < scores[rival] + MoveMargin)
                {
                    foreach (uint id in ids)
                    {
                        if (moveFeatures is null || moveFeatures.Contains(id))
                            moves.Move(id, right, rival);
                    }
                }
                bool errs = rival >= 0 && scores[rival] > scores[right];
                wrong += errs ? 1 : 0;
                move = (Move)(errs ? rival : right);
            }
            if (move == Move.Shift)
                state.Shift();
            else
                state.Reduce(move, Label(lesson, state, move, relations, relationFeatures));
        }
        return wrong;
    }

    private Relation Label(ParserLesson lesson, in ParserState state, Move move, WeightStore relations, HashSet<uint>? allowed)
    {
        (int dependent, int head) = state.Arc(move);
        if (DependencyParser.Known(lesson.Words, state, dependent, head) is { } known)
            return known;
        if (CertainRelations.TryGetValue(RelationFeatures.Key(lesson.Words, state, dependent, head), out byte sure))
            return (Relation)sure;
        Span<uint> ids = stackalloc uint[RelationFeatures.Count];
        Span<float> scores = stackalloc float[ParserModel.RelationRow];
        RelationFeatures.Of(lesson.Words, lesson.Passed, state, dependent, head, ids);
        foreach (uint id in ids)
            relations.AddTo(id, scores);
        int best = PerceptronTrainer.Highest(scores, -1), right = (int)lesson.Relations[dependent];
        if (lesson.Heads[dependent] == head && right < ParserModel.RelationRow)
        {
            relations.Now++;
            int rival = PerceptronTrainer.Highest(scores, right);
            if (scores[right] < scores[rival] + RelationMargin)
            {
                foreach (uint id in ids)
                {
                    if (allowed is null || allowed.Contains(id))
                        relations.Move(id, right, rival);
                }
            }
        }
        return (Relation)best;
    }

    // How many true arcs each move makes impossible (Goldberg and Nivre 2013, section 4.2, arc-hybrid).
    private static void Costs(ParserLesson lesson, in ParserState state, Span<int> costs)
    {
        int[] heads = lesson.Heads;
        int top = state.Top(0), below = state.Top(1), next = state.Next, count = heads.Length;
        costs.Clear();
        bool headAhead = heads[top] > next;
        costs[(int)Move.Left] += headAhead || (state.Depth > 1 && heads[top] == below) ? 1 : 0;
        costs[(int)Move.Right] += headAhead || heads[top] == next ? 1 : 0;
        for (int i = next; i < count; i++)
        {
            if (heads[i] == top)
            {
                costs[(int)Move.Left]++;
                costs[(int)Move.Right]++;
            }
        }
        if (next == count)
            return;
        for (int d = 0; d < state.Depth; d++)
        {
            int word = state.Top(d);
            if (heads[next] == word && d > 0)
                costs[(int)Move.Shift]++;
            if (heads[word] == next)
                costs[(int)Move.Shift]++;
        }
    }
}

namespace Stemma.Annotation.Syntax;

/// <summary>What a parser of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) does next.</summary>
internal enum Move
{
    /// <summary>The next word goes on the stack.</summary>
    Shift,

    /// <summary>The top of the stack depends on the next word.</summary>
    Left,

    /// <summary>The top of the stack depends on the word below it.</summary>
    Right,
}

/// <summary>A sentence that is being parsed: stack, next word, the arcs so far. Word n, after the last, is the root.</summary>
internal readonly ref struct ParserState
{
    /// <summary>The integers that a state of n words needs.</summary>
    public static int SizeOf(int words) => (Fields * (words + 2)) + Counters;

    private const int Fields = 11, Counters = 2;

    private readonly int _count;

    // How deep the stack is, and the next word.
    private readonly Span<int> _counters;

    /// <summary>Starts a sentence.</summary>
    /// <param name="count">Its words.</param>
    /// <param name="memory"><see cref="SizeOf"/> integers.</param>
    public ParserState(int count, Span<int> memory)
    {
        _count = count;
        int size = count + 2;
        Heads = memory[..size];
        Labels = memory.Slice(size, size);
        Stack = memory.Slice(2 * size, size);
        Left1 = memory.Slice(3 * size, size);
        Left2 = memory.Slice(4 * size, size);
        Right1 = memory.Slice(5 * size, size);
        Right2 = memory.Slice(6 * size, size);
        LeftCount = memory.Slice(7 * size, size);
        RightCount = memory.Slice(8 * size, size);
        LeftLabels = memory.Slice(9 * size, size);
        RightLabels = memory.Slice(10 * size, size);
        _counters = memory.Slice(Fields * size, Counters);
        memory[..SizeOf(count)].Clear();
        Heads.Fill(-1);
        memory[(3 * size)..(7 * size)].Fill(None);
    }

    /// <summary>The head of each word; the number of words for the root.</summary>
    public Span<int> Heads { get; }

    /// <summary>The relation of each word to its head.</summary>
    public Span<int> Labels { get; }

    /// <summary>The words on the stack.</summary>
    public Span<int> Stack { get; }

    /// <summary>The leftmost dependent of each word; <see cref="None"/> where it has none.</summary>
    public Span<int> Left1 { get; }

    /// <summary>The second from the left, on the left side.</summary>
    public Span<int> Left2 { get; }

    /// <summary>The rightmost dependent.</summary>
    public Span<int> Right1 { get; }

    /// <summary>The second from the right, on the right side.</summary>
    public Span<int> Right2 { get; }

    /// <summary>How many dependents a word has on its left.</summary>
    public Span<int> LeftCount { get; }

    /// <summary>How many dependents a word has on its right.</summary>
    public Span<int> RightCount { get; }

    /// <summary>The relations of the dependents on the left, a bit each.</summary>
    public Span<int> LeftLabels { get; }

    /// <summary>The relations of the dependents on the right, a bit each.</summary>
    public Span<int> RightLabels { get; }

    /// <summary>How many words the stack holds.</summary>
    public int Depth => _counters[0];

    /// <summary>The next word.</summary>
    public int Next => _counters[1];

    /// <summary>The place that stands for no word.</summary>
    public int None => _count + 1;

    /// <summary>The root's place.</summary>
    public int Root => _count;

    /// <summary>True when every word has its head.</summary>
    public bool Done => Next == _count && Depth == 0;

    /// <summary>The word at this depth of the stack, 0 the top; <see cref="None"/> below its ground.</summary>
    public int Top(int depth) => depth < Depth ? Stack[Depth - 1 - depth] : None;

    /// <summary>The word this far ahead, 0 the next; <see cref="None"/> after the root.</summary>
    public int Ahead(int steps) => Next + steps <= _count ? Next + steps : None;

    /// <summary>True where the move can be made.</summary>
    public bool Can(Move move) => move switch
    {
        Move.Shift => Next < _count,
        // Several words of a sentence may be left for the root; the first of them is its head, see DependencyParser.
        Move.Left => Depth > 0,
        _ => Depth > 1,
    };

    /// <summary>The dependent and the head that the move would join.</summary>
    public (int Dependent, int Head) Arc(Move move) => (Top(0), move == Move.Left ? Next : Top(1));

    /// <summary>Puts the next word on the stack.</summary>
    public void Shift() => Stack[_counters[0]++] = _counters[1]++;

    /// <summary>Gives the top of the stack a head and takes it off.</summary>
    public void Reduce(Move move, Relation label)
    {
        (int dependent, int head) = Arc(move);
        Heads[dependent] = head;
        Labels[dependent] = (int)label;
        _counters[0]--;
        int bit = (int)label < 32 ? 1 << (int)label : 0;
        if (dependent < head)
        {
            (Left2[head], Left1[head]) = (Left1[head], dependent);
            LeftCount[head]++;
            LeftLabels[head] |= bit;
        }
        else
        {
            (Right2[head], Right1[head]) = (Right1[head], dependent);
            RightCount[head]++;
            RightLabels[head] |= bit;
        }
    }
}

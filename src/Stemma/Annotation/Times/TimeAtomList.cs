using System.Buffers;

namespace Stemma.Annotation.Times;

/// <summary>The atoms of one text in order, and the classes of each with its value in it.</summary>
/// <remarks>
/// An atom that is a word of the vocabulary shares that word's classes; only numbers have classes of their own. The arrays are rented
/// and given back with <see cref="Dispose"/>, after which nothing may be asked for.
/// </remarks>
internal sealed class TimeAtomList : IDisposable
{
    private readonly (int Class, decimal Value)[] _shared;
    private TimeAtom[] _atoms;
    private (int Class, decimal Value)[] _own;
    private int _count, _ownCount;

    /// <summary>No atoms yet.</summary>
    /// <param name="shared">The classes of all words of the vocabulary.</param>
    /// <param name="capacity">How many atoms there will be, about.</param>
    public TimeAtomList((int Class, decimal Value)[] shared, int capacity)
    {
        _shared = shared;
        _atoms = ArrayPool<TimeAtom>.Shared.Rent(Math.Max(capacity, LeastRented));
        _own = ArrayPool<(int, decimal)>.Shared.Rent(Math.Max(capacity / 8, LeastRented));
    }

    /// <summary>The number of atoms.</summary>
    public int Count => _count;

    /// <summary>An atom.</summary>
    public ref readonly TimeAtom this[int atom] => ref _atoms.AsSpan(0, _count)[atom];

    /// <summary>The classes of an atom and its value in each.</summary>
    public ReadOnlySpan<(int Class, decimal Value)> ClassesOf(int atom)
    {
        ref readonly TimeAtom own = ref this[atom];
        return ((own.Traits & TimeAtomTraits.Own) != TimeAtomTraits.None ? _own : _shared).AsSpan(own.FirstClass, own.ClassCount);
    }

    /// <summary>True where the atom is of the class.</summary>
    public bool Is(int atom, int type, out decimal value)
    {
        foreach (ref readonly (int Class, decimal Value) own in ClassesOf(atom))
        {
            if (own.Class == type)
            {
                value = own.Value;
                return true;
            }
        }
        value = 0;
        return false;
    }

    /// <summary>Adds an atom that has the classes of a word of the vocabulary, or none.</summary>
    public void Add(int start, int end, TimeVocabulary.Word word, TimeAtomTraits traits)
    {
        if (_count == _atoms.Length)
            Grow(ref _atoms, _count);
        _atoms[_count++] = new TimeAtom { Start = start, End = end, FirstClass = word.First, ClassCount = word.Count, Traits = traits };
    }

    /// <summary>Gives an atom a class; of a negative one nothing is.</summary>
    public void AddClass(int atom, int type, decimal value)
    {
        if (type < 0)
            return;
        ref TimeAtom changed = ref _atoms[atom];
        // The classes of one atom lie together: those of a word, or of an atom that is not the last to be given any, are copied.
        if ((changed.Traits & TimeAtomTraits.Own) == TimeAtomTraits.None || changed.FirstClass + changed.ClassCount != _ownCount)
        {
            int first = _ownCount;
            for (int c = 0; c < changed.ClassCount; c++)
                AddOwn(((changed.Traits & TimeAtomTraits.Own) != TimeAtomTraits.None ? _own : _shared)[changed.FirstClass + c]);
            changed.FirstClass = first;
        }
        AddOwn((type, value));
        changed.ClassCount++;
        // What has classes of its own is a number, with which many patterns start.
        changed.Traits |= TimeAtomTraits.Own | TimeAtomTraits.MayStart;
    }

    /// <summary>Lets an atom reach up to a place of the text.</summary>
    public void Extend(int atom, int end) => _atoms[atom].End = end;

    /// <summary>Takes all classes from an atom.</summary>
    public void Clear(int atom) => _atoms[atom].ClassCount = 0;

    /// <summary>Puts an atom in another's place, at or before its own.</summary>
    public void Move(int atom, int to)
    {
        if (atom != to)
            _atoms[to] = _atoms[atom];
    }

    /// <summary>Leaves so many atoms.</summary>
    public void Cut(int count) => _count = count;

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        ArrayPool<TimeAtom>.Shared.Return(_atoms);
        ArrayPool<(int, decimal)>.Shared.Return(_own);
        (_atoms, _own, _count, _ownCount) = ([], [], 0, 0);
    }

    private void AddOwn((int Class, decimal Value) own)
    {
        if (_ownCount == _own.Length)
            Grow(ref _own, _ownCount);
        _own[_ownCount++] = own;
    }

    private static void Grow<T>(ref T[] array, int count)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    /// <summary>In atoms and classes: what a short text needs is rented once.</summary>
    private const int LeastRented = 64;
}

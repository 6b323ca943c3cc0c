using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>The atoms of one text in order, and the classes of each with its value in it: two lists in all, whatever the text.</summary>
internal sealed class TimeAtomList(int capacity)
{
    private readonly List<TimeAtom> _atoms = new(capacity);
    private readonly List<(int Class, decimal Value)> _classes = new(capacity);

    /// <summary>The number of atoms.</summary>
    public int Count => _atoms.Count;

    /// <summary>An atom.</summary>
    public ref readonly TimeAtom this[int atom] => ref CollectionsMarshal.AsSpan(_atoms)[atom];

    /// <summary>The classes of an atom and its value in each.</summary>
    public ReadOnlySpan<(int Class, decimal Value)> ClassesOf(int atom)
    {
        ref readonly TimeAtom own = ref this[atom];
        return own.ClassCount == 0 ? [] : CollectionsMarshal.AsSpan(_classes).Slice(own.FirstClass, own.ClassCount);
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

    /// <summary>Adds an atom that has no class yet.</summary>
    public void Add(TextSpan span, bool glued, bool startsParagraph) =>
        _atoms.Add(new TimeAtom { Span = span, Glued = glued, StartsParagraph = startsParagraph, FirstClass = _classes.Count });

    /// <summary>Gives an atom a class; of a negative one nothing is.</summary>
    public void AddClass(int atom, int type, decimal value)
    {
        if (type < 0)
            return;
        ref TimeAtom own = ref CollectionsMarshal.AsSpan(_atoms)[atom];
        // The classes of one atom lie together: those of an atom that is not the last to be given any are moved.
        if (own.FirstClass + own.ClassCount != _classes.Count)
        {
            int first = own.FirstClass;
            own.FirstClass = _classes.Count;
            for (int c = 0; c < own.ClassCount; c++)
                _classes.Add(_classes[first + c]);
        }
        _classes.Add((type, value));
        own.ClassCount++;
    }

    /// <summary>Lets an atom reach up to a place of the text.</summary>
    public void Extend(int atom, int end)
    {
        ref TimeAtom own = ref CollectionsMarshal.AsSpan(_atoms)[atom];
        own.Span = new TextSpan(own.Span.Start, end);
    }

    /// <summary>Takes all classes from an atom.</summary>
    public void Clear(int atom) => CollectionsMarshal.AsSpan(_atoms)[atom].ClassCount = 0;

    /// <summary>Puts an atom in another's place, at or before its own.</summary>
    public void Move(int atom, int to) => _atoms[to] = _atoms[atom];

    /// <summary>Leaves so many atoms.</summary>
    public void Cut(int count) => _atoms.RemoveRange(count, _atoms.Count - count);
}

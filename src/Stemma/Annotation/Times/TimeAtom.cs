using System.Runtime.InteropServices;
using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>The smallest piece that time patterns see: a run of letters, a number, a mark.</summary>
/// <remarks>Finer than a token, so that "three-day" and "mid-2011" match whatever the tokenizer joins; a spelled number is one atom.</remarks>
internal sealed class TimeAtom
{
    private List<(int Class, decimal Value)>? _classes;

    public TimeAtom(TextSpan span, bool glued)
    {
        Span = span;
        Glued = glued;
    }

    /// <summary>Where it stands.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>True where no white space stands before it.</summary>
    public bool Glued { get; }

    /// <summary>True where it starts a paragraph: no pattern runs over it from before.</summary>
    public bool StartsParagraph { get; init; }

    /// <summary>The classes and its value in each.</summary>
    public ReadOnlySpan<(int Class, decimal Value)> Classes => CollectionsMarshal.AsSpan(_classes);

    public void Add(int type, decimal value)
    {
        if (type >= 0)
            (_classes ??= new(4)).Add((type, value));
    }

    public void Extend(int end) => Span = new TextSpan(Span.Start, end);

    public void Clear() => _classes = null;

    /// <summary>True where the atom is of the class.</summary>
    public bool Is(int type, out decimal value)
    {
        foreach (ref readonly (int Class, decimal Value) own in Classes)
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
}
